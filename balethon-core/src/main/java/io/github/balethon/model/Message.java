package io.github.balethon.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

/**
 * A message: Bale's {@code Message}. Lists are empty if Bale sends none; values that are
 * missing, null or an empty text are {@code null}. Tests create one with
 * {@link #builder}.
 *
 * @param messageId identifier of the message in its chat; 0 in the result of an edit
 * @param from the sender; missing for channel messages
 * @param date time of sending, in Unix seconds
 * @param chat the chat that the message is in
 * @param senderChat the chat in whose name the message was sent; the sender is a
 * placeholder then
 * @param forwardFrom the original sender of a forwarded message
 * @param forwardFromChat the original chat of a forwarded message
 * @param forwardFromMessageId identifier of a forwarded message in its channel
 * @param forwardDate time of the original message, in Unix seconds
 * @param forwardOrigin origin of a forwarded message; not documented by Bale
 * @param replyToMessage the message to which this one replies
 * @param editDate time of the last edit, in Unix seconds
 * @param mediaGroupId album that the message belongs to
 * @param text text of the message
 * @param entities mentions and commands in the text
 * @param animation video without sound; {@code document} is set too
 * @param audio audio file; often sent as {@code document} only
 * @param document file of any type
 * @param photo sizes of a photo, the largest one last
 * @param sticker sticker
 * @param video video
 * @param voice voice message
 * @param caption caption of a photo or a file
 * @param captionEntities mentions and commands in the caption
 * @param contact contact
 * @param location location
 * @param newChatMembers members who joined the chat, possibly including the bot
 * @param leftChatMember member who left the chat, possibly the bot
 * @param invoice invoice
 * @param successfulPayment proof of a payment
 * @param webAppData data from a mini app
 * @param replyMarkup inline keyboard of the message
 * @param poll poll; not documented by Bale
 * @param newChatTitle new title of the chat; not documented by Bale
 * @param newChatPhoto new photo of the chat; not documented by Bale
 * @param deleteChatPhoto whether the photo of the chat was deleted; not documented by
 * Bale
 * @param groupChatCreated whether the group was created; not documented by Bale
 * @param supergroupChatCreated whether the supergroup was created; not documented by Bale
 * @param channelChatCreated whether the channel was created; not documented by Bale
 * @param pinnedMessage message that was pinned; not documented by Bale
 * @param unknownFields fields that this version does not know
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
	 * Creates a builder of a message, for tests.
	 * @param messageId the identifier of the message
	 * @return a builder
	 */
	public static MessageBuilder builder(long messageId) {
		return new MessageBuilder(messageId);
	}

	/**
	 * Returns the type of the content. If there are several, a payment, data from a mini
	 * app or a change of the chat takes precedence over a text or file. Audio files and
	 * animations that were sent as documents are recognized.
	 * @return the type of the content
	 */
	public Content content() {
		// What happened comes first: a text beside a payment must not hide it.
		if (this.successfulPayment != null) {
			return Content.SUCCESSFUL_PAYMENT;
		}
		if (this.webAppData != null) {
			return Content.WEB_APP_DATA;
		}
		Content service = contentOfService();
		if (service != Content.UNKNOWN) {
			return service;
		}
		if (this.invoice != null) {
			return Content.INVOICE;
		}
		if (this.text != null) {
			return Content.TEXT;
		}
		Content medium = contentOfMedia();
		if (medium != Content.UNKNOWN) {
			return medium;
		}
		return (this.poll != null) ? Content.POLL : Content.UNKNOWN;
	}

	private Content contentOfMedia() {
		if (!this.photo.isEmpty()) {
			return Content.PHOTO;
		}
		if (this.voice != null) {
			return Content.VOICE;
		}
		// Bale often sends audio and animations as documents only.
		if (this.audio != null || isDocument("audio/")) {
			return Content.AUDIO;
		}
		if (this.video != null) {
			return Content.VIDEO;
		}
		if (this.animation != null || isDocument("video/")) {
			return Content.ANIMATION;
		}
		if (this.contact != null) {
			return Content.CONTACT;
		}
		if (this.location != null) {
			return Content.LOCATION;
		}
		if (this.sticker != null) {
			return Content.STICKER;
		}
		return (this.document != null) ? Content.DOCUMENT : Content.UNKNOWN;
	}

	private Content contentOfService() {
		if (!this.newChatMembers.isEmpty()) {
			return Content.NEW_CHAT_MEMBERS;
		}
		if (this.leftChatMember != null) {
			return Content.LEFT_CHAT_MEMBER;
		}
		if (this.newChatTitle != null) {
			return Content.NEW_CHAT_TITLE;
		}
		if (!this.newChatPhoto.isEmpty()) {
			return Content.NEW_CHAT_PHOTO;
		}
		if (this.deleteChatPhoto) {
			return Content.DELETE_CHAT_PHOTO;
		}
		if (this.groupChatCreated) {
			return Content.GROUP_CHAT_CREATED;
		}
		if (this.supergroupChatCreated) {
			return Content.SUPERGROUP_CHAT_CREATED;
		}
		if (this.channelChatCreated) {
			return Content.CHANNEL_CHAT_CREATED;
		}
		return (this.pinnedMessage != null) ? Content.PINNED_MESSAGE : Content.UNKNOWN;
	}

	private boolean isDocument(String mimeTypePrefix) {
		String mimeType = (this.document != null) ? this.document.mimeType() : null;
		return startsWithIgnoringCase(mimeType, mimeTypePrefix);
	}

	private static boolean startsWithIgnoringCase(@Nullable String text, String prefix) {
		return text != null && text.regionMatches(true, 0, prefix, 0, prefix.length());
	}

	/**
	 * Returns the text, or else the caption.
	 * @return the text, or {@code null} if there is neither
	 */
	public @Nullable String contentText() {
		return (this.text != null) ? this.text : this.caption;
	}

	/**
	 * Returns the mentions and commands in the text or caption.
	 * @return those of {@link #contentText()}
	 */
	public List<MessageEntity> contentEntities() {
		return (this.text != null) ? this.entities : this.captionEntities;
	}

	/**
	 * Returns the command at the beginning of the text.
	 * @return the command, or {@code null} if there is none
	 */
	public @Nullable MessageCommand command() {
		return MessageCommand.parse(this.text);
	}

	/**
	 * Returns the largest size of the photo.
	 * @return the largest size, or {@code null} if there is no photo
	 */
	public @Nullable PhotoSize largestPhoto() {
		return this.photo.isEmpty() ? null : this.photo.get(this.photo.size() - 1);
	}

	/**
	 * Returns the file of the message, to download it or to send it again.
	 * @return the largest size of the photo, or the voice, audio, video, animation,
	 * sticker or document, or {@code null} if there is no file
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
	 * Returns whether the message was forwarded.
	 * @return {@code true} if there is an original sender, chat or date
	 */
	public boolean forwarded() {
		return this.forwardFrom != null || this.forwardFromChat != null || this.forwardDate != null
				|| this.forwardOrigin != null;
	}

	/**
	 * Returns the time of sending.
	 * @return the date as an instant
	 */
	public Instant sentAt() {
		return Instant.ofEpochSecond(this.date);
	}

	/**
	 * Contains identifiers only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Message[messageId=" + this.messageId + ", from=" + this.from + ", chat=" + this.chat + "]";
	}

}
