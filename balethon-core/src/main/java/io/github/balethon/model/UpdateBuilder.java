package io.github.balethon.model;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Update} in tests; see {@link Update#builder}. What is not set is
 * absent.
 *
 * @since 0.1.0
 */
public final class UpdateBuilder {

	private final long updateId;

	private @Nullable Message message;

	private @Nullable Message editedMessage;

	private @Nullable CallbackQuery callbackQuery;

	private @Nullable PreCheckoutQuery preCheckoutQuery;

	private @Nullable Message channelPost;

	private @Nullable Message editedChannelPost;

	private @Nullable ShippingQuery shippingQuery;

	private @Nullable StateTimeout stateTimeout;

	private Map<String, @Nullable Object> unknownFields = Map.of();

	UpdateBuilder(long updateId) {
		this.updateId = updateId;
	}

	/**
	 * Sets {@link Update#message()}.
	 * @param message the new message of any kind, service messages and posts of channels
	 * too
	 * @return this builder
	 */
	public UpdateBuilder message(@Nullable Message message) {
		this.message = message;
		return this;
	}

	/**
	 * Sets {@link Update#editedMessage()}.
	 * @param editedMessage the new version of a known message
	 * @return this builder
	 */
	public UpdateBuilder editedMessage(@Nullable Message editedMessage) {
		this.editedMessage = editedMessage;
		return this;
	}

	/**
	 * Sets {@link Update#callbackQuery()}.
	 * @param callbackQuery the press of an inline button
	 * @return this builder
	 */
	public UpdateBuilder callbackQuery(@Nullable CallbackQuery callbackQuery) {
		this.callbackQuery = callbackQuery;
		return this;
	}

	/**
	 * Sets {@link Update#preCheckoutQuery()}.
	 * @param preCheckoutQuery the payment that the bot has to accept
	 * @return this builder
	 */
	public UpdateBuilder preCheckoutQuery(@Nullable PreCheckoutQuery preCheckoutQuery) {
		this.preCheckoutQuery = preCheckoutQuery;
		return this;
	}

	/**
	 * Sets {@link Update#channelPost()}.
	 * @param channelPost the new post of a channel
	 * @return this builder
	 */
	public UpdateBuilder channelPost(@Nullable Message channelPost) {
		this.channelPost = channelPost;
		return this;
	}

	/**
	 * Sets {@link Update#editedChannelPost()}.
	 * @param editedChannelPost the new version of a post of a channel
	 * @return this builder
	 */
	public UpdateBuilder editedChannelPost(@Nullable Message editedChannelPost) {
		this.editedChannelPost = editedChannelPost;
		return this;
	}

	/**
	 * Sets {@link Update#shippingQuery()}.
	 * @param shippingQuery the question for ways to send goods
	 * @return this builder
	 */
	public UpdateBuilder shippingQuery(@Nullable ShippingQuery shippingQuery) {
		this.shippingQuery = shippingQuery;
		return this;
	}

	/**
	 * Sets {@link Update#stateTimeout()}.
	 * @param stateTimeout the timeout of a state of a conversation
	 * @return this builder
	 */
	public UpdateBuilder stateTimeout(@Nullable StateTimeout stateTimeout) {
		this.stateTimeout = stateTimeout;
		return this;
	}

	/**
	 * Sets {@link Update#unknownFields()}.
	 * @param unknownFields fields that this version does not know
	 * @return this builder
	 */
	public UpdateBuilder unknownFields(Map<String, @Nullable Object> unknownFields) {
		this.unknownFields = unknownFields;
		return this;
	}

	/**
	 * Makes the update.
	 * @return the update
	 */
	public Update build() {
		return new Update(this.updateId, this.message, this.editedMessage, this.callbackQuery, this.preCheckoutQuery,
				this.channelPost, this.editedChannelPost, this.shippingQuery, this.stateTimeout, this.unknownFields);
	}

}
