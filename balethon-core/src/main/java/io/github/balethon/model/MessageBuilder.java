package io.github.balethon.model;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Builder of a {@link Message} for tests; see {@link Message#builder}. Values that are
 * not set are absent.
 *
 * @since 0.1.0
 */
public final class MessageBuilder {

	private final long messageId;

	private @Nullable User from;

	private long date;

	private @Nullable Chat chat;

	private @Nullable Chat senderChat;

	private @Nullable User forwardFrom;

	private @Nullable Chat forwardFromChat;

	private @Nullable Long forwardFromMessageId;

	private @Nullable Long forwardDate;

	private @Nullable ForwardOrigin forwardOrigin;

	private @Nullable Message replyToMessage;

	private @Nullable Long editDate;

	private @Nullable String mediaGroupId;

	private @Nullable String text;

	private List<MessageEntity> entities = List.of();

	private @Nullable Animation animation;

	private @Nullable Audio audio;

	private @Nullable Document document;

	private List<PhotoSize> photo = List.of();

	private @Nullable Sticker sticker;

	private @Nullable Video video;

	private @Nullable Voice voice;

	private @Nullable String caption;

	private List<MessageEntity> captionEntities = List.of();

	private @Nullable Contact contact;

	private @Nullable Location location;

	private List<User> newChatMembers = List.of();

	private @Nullable User leftChatMember;

	private @Nullable Invoice invoice;

	private @Nullable SuccessfulPayment successfulPayment;

	private @Nullable WebAppData webAppData;

	private @Nullable InlineKeyboardMarkup replyMarkup;

	private @Nullable Poll poll;

	private @Nullable String newChatTitle;

	private List<PhotoSize> newChatPhoto = List.of();

	private boolean deleteChatPhoto;

	private boolean groupChatCreated;

	private boolean supergroupChatCreated;

	private boolean channelChatCreated;

	private @Nullable Message pinnedMessage;

	private Map<String, @Nullable Object> unknownFields = Map.of();

	MessageBuilder(long messageId) {
		this.messageId = messageId;
	}

	/**
	 * Sets {@link Message#from()}.
	 * @param from the sender
	 * @return this builder
	 */
	public MessageBuilder from(@Nullable User from) {
		this.from = from;
		return this;
	}

	/**
	 * Sets {@link Message#date()}.
	 * @param date the time of sending, in Unix seconds
	 * @return this builder
	 */
	public MessageBuilder date(long date) {
		this.date = date;
		return this;
	}

	/**
	 * Sets {@link Message#chat()}.
	 * @param chat the chat that the message is in
	 * @return this builder
	 */
	public MessageBuilder chat(@Nullable Chat chat) {
		this.chat = chat;
		return this;
	}

	/**
	 * Sets {@link Message#senderChat()}.
	 * @param senderChat the chat in whose name the message was sent
	 * @return this builder
	 */
	public MessageBuilder senderChat(@Nullable Chat senderChat) {
		this.senderChat = senderChat;
		return this;
	}

	/**
	 * Sets {@link Message#forwardFrom()}.
	 * @param forwardFrom the original sender of a forwarded message
	 * @return this builder
	 */
	public MessageBuilder forwardFrom(@Nullable User forwardFrom) {
		this.forwardFrom = forwardFrom;
		return this;
	}

	/**
	 * Sets {@link Message#forwardFromChat()}.
	 * @param forwardFromChat the original chat of a forwarded message
	 * @return this builder
	 */
	public MessageBuilder forwardFromChat(@Nullable Chat forwardFromChat) {
		this.forwardFromChat = forwardFromChat;
		return this;
	}

	/**
	 * Sets {@link Message#forwardFromMessageId()}.
	 * @param forwardFromMessageId the identifier of a forwarded message in its channel
	 * @return this builder
	 */
	public MessageBuilder forwardFromMessageId(@Nullable Long forwardFromMessageId) {
		this.forwardFromMessageId = forwardFromMessageId;
		return this;
	}

	/**
	 * Sets {@link Message#forwardDate()}.
	 * @param forwardDate the time of the original message, in Unix seconds
	 * @return this builder
	 */
	public MessageBuilder forwardDate(@Nullable Long forwardDate) {
		this.forwardDate = forwardDate;
		return this;
	}

	/**
	 * Sets {@link Message#forwardOrigin()}.
	 * @param forwardOrigin the origin of a forwarded message
	 * @return this builder
	 */
	public MessageBuilder forwardOrigin(@Nullable ForwardOrigin forwardOrigin) {
		this.forwardOrigin = forwardOrigin;
		return this;
	}

	/**
	 * Sets {@link Message#replyToMessage()}.
	 * @param replyToMessage the message to which this one replies
	 * @return this builder
	 */
	public MessageBuilder replyToMessage(@Nullable Message replyToMessage) {
		this.replyToMessage = replyToMessage;
		return this;
	}

	/**
	 * Sets {@link Message#editDate()}.
	 * @param editDate the time of the last edit, in Unix seconds
	 * @return this builder
	 */
	public MessageBuilder editDate(@Nullable Long editDate) {
		this.editDate = editDate;
		return this;
	}

	/**
	 * Sets {@link Message#mediaGroupId()}.
	 * @param mediaGroupId the album that the message belongs to
	 * @return this builder
	 */
	public MessageBuilder mediaGroupId(@Nullable String mediaGroupId) {
		this.mediaGroupId = mediaGroupId;
		return this;
	}

	/**
	 * Sets {@link Message#text()}.
	 * @param text the text of the message
	 * @return this builder
	 */
	public MessageBuilder text(@Nullable String text) {
		this.text = text;
		return this;
	}

	/**
	 * Sets {@link Message#entities()}.
	 * @param entities the mentions and commands in the text
	 * @return this builder
	 */
	public MessageBuilder entities(List<MessageEntity> entities) {
		this.entities = entities;
		return this;
	}

	/**
	 * Sets {@link Message#animation()}.
	 * @param animation the video without sound
	 * @return this builder
	 */
	public MessageBuilder animation(@Nullable Animation animation) {
		this.animation = animation;
		return this;
	}

	/**
	 * Sets {@link Message#audio()}.
	 * @param audio the audio file
	 * @return this builder
	 */
	public MessageBuilder audio(@Nullable Audio audio) {
		this.audio = audio;
		return this;
	}

	/**
	 * Sets {@link Message#document()}.
	 * @param document the file of any type
	 * @return this builder
	 */
	public MessageBuilder document(@Nullable Document document) {
		this.document = document;
		return this;
	}

	/**
	 * Sets {@link Message#photo()}.
	 * @param photo the sizes of a photo, the largest one last
	 * @return this builder
	 */
	public MessageBuilder photo(List<PhotoSize> photo) {
		this.photo = photo;
		return this;
	}

	/**
	 * Sets {@link Message#sticker()}.
	 * @param sticker the sticker
	 * @return this builder
	 */
	public MessageBuilder sticker(@Nullable Sticker sticker) {
		this.sticker = sticker;
		return this;
	}

	/**
	 * Sets {@link Message#video()}.
	 * @param video the video
	 * @return this builder
	 */
	public MessageBuilder video(@Nullable Video video) {
		this.video = video;
		return this;
	}

	/**
	 * Sets {@link Message#voice()}.
	 * @param voice the voice message
	 * @return this builder
	 */
	public MessageBuilder voice(@Nullable Voice voice) {
		this.voice = voice;
		return this;
	}

	/**
	 * Sets {@link Message#caption()}.
	 * @param caption the caption of a photo or a file
	 * @return this builder
	 */
	public MessageBuilder caption(@Nullable String caption) {
		this.caption = caption;
		return this;
	}

	/**
	 * Sets {@link Message#captionEntities()}.
	 * @param captionEntities the mentions and commands in the caption
	 * @return this builder
	 */
	public MessageBuilder captionEntities(List<MessageEntity> captionEntities) {
		this.captionEntities = captionEntities;
		return this;
	}

	/**
	 * Sets {@link Message#contact()}.
	 * @param contact the contact
	 * @return this builder
	 */
	public MessageBuilder contact(@Nullable Contact contact) {
		this.contact = contact;
		return this;
	}

	/**
	 * Sets {@link Message#location()}.
	 * @param location the location
	 * @return this builder
	 */
	public MessageBuilder location(@Nullable Location location) {
		this.location = location;
		return this;
	}

	/**
	 * Sets {@link Message#newChatMembers()}.
	 * @param newChatMembers the members who joined the chat, possibly including the bot
	 * @return this builder
	 */
	public MessageBuilder newChatMembers(List<User> newChatMembers) {
		this.newChatMembers = newChatMembers;
		return this;
	}

	/**
	 * Sets {@link Message#leftChatMember()}.
	 * @param leftChatMember the member who left the chat, possibly the bot
	 * @return this builder
	 */
	public MessageBuilder leftChatMember(@Nullable User leftChatMember) {
		this.leftChatMember = leftChatMember;
		return this;
	}

	/**
	 * Sets {@link Message#invoice()}.
	 * @param invoice the invoice
	 * @return this builder
	 */
	public MessageBuilder invoice(@Nullable Invoice invoice) {
		this.invoice = invoice;
		return this;
	}

	/**
	 * Sets {@link Message#successfulPayment()}.
	 * @param successfulPayment the proof of a payment
	 * @return this builder
	 */
	public MessageBuilder successfulPayment(@Nullable SuccessfulPayment successfulPayment) {
		this.successfulPayment = successfulPayment;
		return this;
	}

	/**
	 * Sets {@link Message#webAppData()}.
	 * @param webAppData the data from a mini app
	 * @return this builder
	 */
	public MessageBuilder webAppData(@Nullable WebAppData webAppData) {
		this.webAppData = webAppData;
		return this;
	}

	/**
	 * Sets {@link Message#replyMarkup()}.
	 * @param replyMarkup the inline keyboard of the message
	 * @return this builder
	 */
	public MessageBuilder replyMarkup(@Nullable InlineKeyboardMarkup replyMarkup) {
		this.replyMarkup = replyMarkup;
		return this;
	}

	/**
	 * Sets {@link Message#poll()}.
	 * @param poll the poll
	 * @return this builder
	 */
	public MessageBuilder poll(@Nullable Poll poll) {
		this.poll = poll;
		return this;
	}

	/**
	 * Sets {@link Message#newChatTitle()}.
	 * @param newChatTitle the new title of the chat
	 * @return this builder
	 */
	public MessageBuilder newChatTitle(@Nullable String newChatTitle) {
		this.newChatTitle = newChatTitle;
		return this;
	}

	/**
	 * Sets {@link Message#newChatPhoto()}.
	 * @param newChatPhoto the new photo of the chat
	 * @return this builder
	 */
	public MessageBuilder newChatPhoto(List<PhotoSize> newChatPhoto) {
		this.newChatPhoto = newChatPhoto;
		return this;
	}

	/**
	 * Sets {@link Message#deleteChatPhoto()}.
	 * @param deleteChatPhoto whether the photo of the chat was deleted
	 * @return this builder
	 */
	public MessageBuilder deleteChatPhoto(boolean deleteChatPhoto) {
		this.deleteChatPhoto = deleteChatPhoto;
		return this;
	}

	/**
	 * Sets {@link Message#groupChatCreated()}.
	 * @param groupChatCreated whether the group was created
	 * @return this builder
	 */
	public MessageBuilder groupChatCreated(boolean groupChatCreated) {
		this.groupChatCreated = groupChatCreated;
		return this;
	}

	/**
	 * Sets {@link Message#supergroupChatCreated()}.
	 * @param supergroupChatCreated whether the supergroup was created
	 * @return this builder
	 */
	public MessageBuilder supergroupChatCreated(boolean supergroupChatCreated) {
		this.supergroupChatCreated = supergroupChatCreated;
		return this;
	}

	/**
	 * Sets {@link Message#channelChatCreated()}.
	 * @param channelChatCreated whether the channel was created
	 * @return this builder
	 */
	public MessageBuilder channelChatCreated(boolean channelChatCreated) {
		this.channelChatCreated = channelChatCreated;
		return this;
	}

	/**
	 * Sets {@link Message#pinnedMessage()}.
	 * @param pinnedMessage the message that was pinned
	 * @return this builder
	 */
	public MessageBuilder pinnedMessage(@Nullable Message pinnedMessage) {
		this.pinnedMessage = pinnedMessage;
		return this;
	}

	/**
	 * Sets {@link Message#unknownFields()}.
	 * @param unknownFields fields that this version does not know
	 * @return this builder
	 */
	public MessageBuilder unknownFields(Map<String, @Nullable Object> unknownFields) {
		this.unknownFields = unknownFields;
		return this;
	}

	/**
	 * Builds the message.
	 * @return the message
	 */
	public Message build() {
		return new Message(this.messageId, this.from, this.date, this.chat, this.senderChat, this.forwardFrom,
				this.forwardFromChat, this.forwardFromMessageId, this.forwardDate, this.forwardOrigin,
				this.replyToMessage, this.editDate, this.mediaGroupId, this.text, this.entities, this.animation,
				this.audio, this.document, this.photo, this.sticker, this.video, this.voice, this.caption,
				this.captionEntities, this.contact, this.location, this.newChatMembers, this.leftChatMember,
				this.invoice, this.successfulPayment, this.webAppData, this.replyMarkup, this.poll, this.newChatTitle,
				this.newChatPhoto, this.deleteChatPhoto, this.groupChatCreated, this.supergroupChatCreated,
				this.channelChatCreated, this.pinnedMessage, this.unknownFields);
	}

}
