package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Update of a bot: Bale's {@code Update}. At most one of the optional parts is present.
 * An update of an unknown kind has none, and its content is in {@link #unknownFields()}.
 * Tests create updates with {@link #builder}.
 *
 * @param updateId the identifier of the update, increasing
 * @param message the new message of any kind, service messages and posts of channels too
 * @param editedMessage the new version of a known message
 * @param callbackQuery the press of an inline button
 * @param preCheckoutQuery the payment that the bot has to accept
 * @param channelPost the new post of a channel; not documented by Bale, as posts come as
 * messages
 * @param editedChannelPost the new version of a post of a channel; not documented by Bale
 * @param shippingQuery the question for ways to send goods; not documented by Bale
 * @param stateTimeout the timeout of a state of a conversation, in an update that does
 * not come from Bale
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record Update(long updateId, @Nullable Message message, @Nullable Message editedMessage,
		@Nullable CallbackQuery callbackQuery, @Nullable PreCheckoutQuery preCheckoutQuery,
		@Nullable Message channelPost, @Nullable Message editedChannelPost, @Nullable ShippingQuery shippingQuery,
		@JsonIgnore @Nullable StateTimeout stateTimeout,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Update {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Starts the making of an update, for tests: an application gets its updates from
	 * Bale.
	 * @param updateId the identifier of the update
	 * @return a builder
	 */
	public static UpdateBuilder builder(long updateId) {
		return new UpdateBuilder(updateId);
	}

	/**
	 * Returns the user who caused the update.
	 * @return the sender, or {@code null} when Bale names none (channels)
	 */
	public @Nullable User from() {
		if (this.callbackQuery != null) {
			return this.callbackQuery.from();
		}
		if (this.preCheckoutQuery != null) {
			return this.preCheckoutQuery.from();
		}
		if (this.shippingQuery != null) {
			return this.shippingQuery.from();
		}
		if (this.stateTimeout != null) {
			return this.stateTimeout.from();
		}
		Message written = writtenMessage();
		return (written != null) ? written.from() : null;
	}

	/**
	 * The chat in which the update happened.
	 * @return the chat, or {@code null} when the update has none (payments)
	 */
	public @Nullable Chat chat() {
		if (this.stateTimeout != null) {
			return this.stateTimeout.chat();
		}
		Message content = anyMessage();
		return (content != null) ? content.chat() : null;
	}

	/**
	 * The message that the update is about: the new one, the edited one, the post of a
	 * channel, or the one with the pressed button.
	 * @return the message, or {@code null} if there is none
	 */
	public @Nullable Message anyMessage() {
		Message written = writtenMessage();
		if (written == null && this.callbackQuery != null) {
			return this.callbackQuery.message();
		}
		return written;
	}

	private @Nullable Message writtenMessage() {
		if (this.message != null) {
			return this.message;
		}
		if (this.editedMessage != null) {
			return this.editedMessage;
		}
		return (this.channelPost != null) ? this.channelPost : this.editedChannelPost;
	}

	/**
	 * Returns a key that identifies this update in addition to its identifier: Bale may
	 * deliver an update twice, with another name of its sender, and may reuse the
	 * identifier for another update.
	 * @return the kind with identifiers of the update, such as
	 * {@code message:7:742:1732}, or an empty text for an unknown kind
	 */
	public String identity() {
		if (this.callbackQuery != null) {
			return identity("callback_query:", this.callbackQuery.id());
		}
		if (this.preCheckoutQuery != null) {
			return identity("pre_checkout_query:", this.preCheckoutQuery.id());
		}
		if (this.shippingQuery != null) {
			return identity("shipping_query:", this.shippingQuery.id());
		}
		if (this.stateTimeout != null) {
			return identity(this.stateTimeout);
		}
		Message written = writtenMessage();
		if (written == null) {
			return "";
		}
		Chat chat = written.chat();
		String identity = ((chat != null) ? chat.id() : 0) + ":" + written.messageId() + ":" + written.date();
		return (written == this.message || written == this.channelPost) ? "message:" + identity
				: "edited_message:" + identity + ":" + written.editDate();
	}

	private static String identity(String kind, String id) {
		return id.isEmpty() ? "" : kind + id;
	}

	private static String identity(StateTimeout timeout) {
		long chat = (timeout.chat() != null) ? timeout.chat().id() : 0;
		long user = (timeout.from() != null) ? timeout.from().id() : 0;
		return "state_timeout:" + chat + ":" + user + ":" + timeout.state() + ":" + timeout.dueAt().toEpochMilli();
	}

	/**
	 * Contains identifiers only, because texts must not appear in logs.
	 */
	@Override
	public String toString() {
		return "Update[updateId=" + this.updateId + ", from=" + from() + ", chat=" + chat() + "]";
	}

}
