package io.github.balethon.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A message: Bale's {@code Message}. Lists are empty where Bale sends none; what was
 * missing, null or an empty text is {@code null}. Tests make one by {@link #builder}.
 *
 * @param messageId number of the message inside its chat; 0 in what an edit answers
 * @param from the sender; missing for channel messages
 * @param date moment of sending, in Unix seconds
 * @param chat the chat that the message is in
 * @param senderChat the chat in whose name the message was sent; the sender is a dummy
 * then
 * @param forwardFrom the first sender of a forwarded message
 * @param forwardFromChat the chat that a forwarded message comes from
 * @param forwardFromMessageId number of a forwarded message in its channel
 * @param forwardDate moment when a forwarded message was first sent, in Unix seconds
 * @param forwardOrigin where a forwarded message comes from; undocumented
 * @param replyToMessage the message that this one answers
 * @param editDate moment of the last edit, in Unix seconds
 * @param mediaGroupId album that the message belongs to
 * @param text text of the message
 * @param entities mentions and commands in the text
 * @param animation video without sound; {@code document} is set too
 * @param audio piece of audio; often it comes as {@code document} only
 * @param document file of any kind
 * @param photo sizes of a photo, the largest one last
 * @param sticker sticker
 * @param video video
 * @param voice voice message
 * @param caption text below a photo or a file
 * @param captionEntities mentions and commands in the caption
 * @param contact phone number
 * @param location place
 * @param newChatMembers people who came, perhaps the bot among them
 * @param leftChatMember person who left, perhaps the bot
 * @param invoice request for money
 * @param successfulPayment proof of a payment
 * @param webAppData data from a mini app
 * @param replyMarkup inline keyboard of the message
 * @param poll poll; undocumented
 * @param newChatTitle new title of the chat; undocumented
 * @param newChatPhoto new photo of the chat; undocumented
 * @param deleteChatPhoto whether the photo of the chat was taken away; undocumented
 * @param groupChatCreated whether the group began; undocumented
 * @param supergroupChatCreated whether the supergroup began; undocumented
 * @param channelChatCreated whether the channel began; undocumented
 * @param pinnedMessage message that was pinned; undocumented
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record Message(long messageId, @Nullable User from, long date, @Nullable Chat chat, @Nullable Chat senderChat,
		@Nullable User forwardFrom, @Nullable Chat forwardFromChat, @Nullable Long forwardFromMessageId,
		@Nullable Long forwardDate, @Nullable ForwardOrigin forwardOrigin, @Nullable Message replyToMessage,
		@Nullable Long editDate, @Nullable String mediaGroupId, @Nullable String text, List<MessageEntity> entities,
		@Nullable Animation animation, @Nullable Audio audio, @Nullable Document document, List<PhotoSize> photo,
		@Nullable Sticker sticker, @Nullable Video video, @Nullable Voice voice, @Nullable String caption,
		List<MessageEntity> captionEntities, @Nullable Contact contact, @Nullable Location location,
		List<User> newChatMembers, @Nullable User leftChatMember, @Nullable Invoice invoice,
		@Nullable SuccessfulPayment successfulPayment, @Nullable WebAppData webAppData,
		@Nullable InlineKeyboardMarkup replyMarkup, @Nullable Poll poll, @Nullable String newChatTitle,
		List<PhotoSize> newChatPhoto, boolean deleteChatPhoto, boolean groupChatCreated, boolean supergroupChatCreated,
		boolean channelChatCreated, @Nullable Message pinnedMessage,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Message {
		mediaGroupId = Received.text(mediaGroupId);
		text = Received.text(text);
		entities = Received.list(entities);
		photo = Received.list(photo);
		caption = Received.text(caption);
		captionEntities = Received.list(captionEntities);
		newChatMembers = Received.list(newChatMembers);
		newChatTitle = Received.text(newChatTitle);
		newChatPhoto = Received.list(newChatPhoto);
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Starts the making of a message, for tests: an application gets its messages from
	 * Bale.
	 * @param messageId the number of the message
	 * @return a builder
	 */
	public static MessageBuilder builder(long messageId) {
		return new MessageBuilder(messageId);
	}

	/**
	 * What the message holds. If it holds several things, a payment, data from a mini app
	 * or a change of the chat comes before a text or file. Audio and animations that came
	 * as documents count as what they are.
	 * @return the kind of its content
	 */
	public Content content() {
		return Content.of(this);
	}

	/**
	 * What the sender wrote: the text, or else the caption.
	 * @return the text, or {@code null} if there is neither
	 */
	public @Nullable String contentText() {
		return (this.text != null) ? this.text : this.caption;
	}

	/**
	 * The mentions and commands in what the sender wrote.
	 * @return those of {@link #contentText()}
	 */
	public List<MessageEntity> contentEntities() {
		return (this.text != null) ? this.entities : this.captionEntities;
	}

	/**
	 * The command that the text begins with.
	 * @return the command, or {@code null} if there is none
	 */
	public @Nullable MessageCommand command() {
		return MessageCommand.parse(this.text);
	}

	/**
	 * The photo in its best size.
	 * @return the largest size, or {@code null} if there is no photo
	 */
	public @Nullable PhotoSize largestPhoto() {
		return this.photo.isEmpty() ? null : this.photo.get(this.photo.size() - 1);
	}

	/**
	 * The file in the message, to be downloaded or sent again.
	 * @return the photo in its best size, or the voice, audio, video, animation, sticker
	 * or document, or {@code null} if there is no file
	 */
	public @Nullable BaleFile file() {
		BaleFile[] files = { largestPhoto(), this.voice, this.audio, this.video, this.animation, this.sticker,
				this.document };
		for (BaleFile file : files) {
			if (file != null) {
				return file;
			}
		}
		return null;
	}

	/**
	 * Whether the message was forwarded.
	 * @return {@code true} if Bale names a first sender, chat or date
	 */
	public boolean forwarded() {
		return this.forwardFrom != null || this.forwardFromChat != null || this.forwardDate != null
				|| this.forwardOrigin != null;
	}

	/**
	 * The moment of sending.
	 * @return the date as an instant
	 */
	public Instant sentAt() {
		return Instant.ofEpochSecond(this.date);
	}

	/**
	 * Numbers only: what people write does not belong into logs.
	 */
	@Override
	public String toString() {
		return "Message[messageId=" + this.messageId + ", from=" + this.from + ", chat=" + this.chat + "]";
	}

}
