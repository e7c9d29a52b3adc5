package io.github.balethon.test;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Participant;
import io.github.balethon.emulator.Payment;
import io.github.balethon.emulator.Person;
import io.github.balethon.test.ChatEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A user of a test in one chat: in the private chat with the bot, or in a group. Methods
 * that begin with {@code expects} apply to the chat, and fail with an
 * {@link AssertionError} that shows the conversation so far. Replies, edits and
 * notifications are each expected in their order.
 *
 * @since 0.1.0
 * @see BaleTester#user(String)
 */
public final class TestUser {

	private final Person person;

	private final Participant participant;

	private final TestChat chat;

	private final TestChats chats;

	private long actedAt;

	private @Nullable ChatMessage reply;

	private @Nullable Payment payment;

	TestUser(Person person, Participant participant, TestChat chat, TestChats chats) {
		this.person = person;
		this.participant = participant;
		this.chat = chat;
		this.chats = chats;
	}

	/**
	 * Returns the user of the emulator, for example to block the bot.
	 * @return the user
	 */
	public Person person() {
		return this.person;
	}

	/**
	 * Returns this user in a group or channel.
	 * @param group the group; the user has to be a member when it acts
	 * @return acts and expects there
	 */
	public TestUser in(TestGroup group) {
		return new TestUser(this.person, this.person.in(group.group()), group.chat(), this.chats);
	}

	/**
	 * Sends a text message.
	 * @param text the text
	 * @return this user
	 */
	public TestUser sends(String text) {
		return act(() -> this.participant.write(text));
	}

	/**
	 * Sends a photo, file, contact or location.
	 * @param attachment the attachment
	 * @return this user
	 */
	public TestUser sends(Attachment attachment) {
		return act(() -> this.participant.send(attachment));
	}

	/**
	 * Sends attachments as one album.
	 * @param attachments 2 to 10 attachments
	 * @return this user
	 */
	public TestUser sendsAlbum(Attachment... attachments) {
		return act(() -> this.participant.sendAlbum(attachments));
	}

	/**
	 * Sends the user's own contact, as a button with {@code request_contact} does.
	 * @param phoneNumber the phone number in any format
	 * @return this user
	 */
	public TestUser sharesContact(String phoneNumber) {
		return act(() -> this.participant.shareContact(phoneNumber));
	}

	/**
	 * Replies to the message of the last {@code expectsReply}.
	 * @param text the text
	 * @return this user
	 */
	public TestUser replies(String text) {
		return act(() -> this.participant.reply(reply().messageId(), text));
	}

	/**
	 * Presses a button of the newest message of the bot that has it: an inline button, or
	 * a button of a reply keyboard, which sends its text.
	 * @param button the label of the button; for an inline button also its callback data
	 * @return this user
	 * @throws AssertionError if no message has such a button
	 */
	public TestUser presses(String button) {
		Runnable press = this.chat.newest((message) -> Buttons.find(message, button, this.participant));
		if (press == null) {
			throw this.chats.failure("No message of the bot has a button '" + button + "' that can be pressed.");
		}
		return act(() -> {
			this.chat.action(this.person.name() + " presses [" + button + "]");
			press.run();
			return true;
		});
	}

	/**
	 * Pays the newest invoice of the bot.
	 * @return this user
	 * @throws AssertionError if there is none
	 */
	public TestUser pays() {
		ChatMessage invoice = this.chat.newest((message) -> message.kind().equals("invoice") ? message : null);
		if (invoice == null) {
			throw this.chats.failure("The bot has sent no invoice.");
		}
		return pays(invoice);
	}

	/**
	 * Pays an invoice.
	 * @param invoice the message with the invoice, see {@link #reply()}
	 * @return this user
	 */
	public TestUser pays(ChatMessage invoice) {
		return act(() -> {
			this.chat.action(this.person.name() + " pays the invoice");
			this.payment = this.participant.pay(invoice.messageId());
			return this.payment;
		});
	}

	/**
	 * Joins a group or channel.
	 * @param group the group
	 * @return this user in the group
	 */
	public TestUser joins(TestGroup group) {
		return in(group).act(() -> this.person.join(group.group()));
	}

	/**
	 * Leaves a group or channel.
	 * @param group the group
	 * @return this user in the group
	 */
	public TestUser leaves(TestGroup group) {
		return in(group).act(() -> this.person.leave(group.group()));
	}

	private TestUser act(Supplier<?> action) {
		this.actedAt = this.chats.bot().log().position();
		action.get();
		return this;
	}

	/**
	 * Blocks until the bot is idle.
	 * @return this user
	 */
	public TestUser awaitsIdle() {
		this.chats.bot().awaitIdle();
		return this;
	}

	/**
	 * Expects the text or caption of the bot's next message.
	 * @param text the exact text
	 * @return this user
	 */
	public TestUser expectsReply(String text) {
		expect(Kind.REPLY, "reply", text);
		return this;
	}

	/**
	 * Expects that the bot's next message meets requirements.
	 * @param requirements throws an {@link AssertionError} if it does not, for example
	 * with AssertJ
	 * @return this user
	 */
	public TestUser expectsReply(Consumer<ChatMessage> requirements) {
		ChatEvent event = expect(Kind.REPLY, "reply", null);
		try {
			requirements.accept(Objects.requireNonNull(event.message()));
		}
		catch (AssertionError ex) {
			AssertionError failure = this.chats.failure("The reply does not meet the requirements: " + ex.getMessage());
			failure.initCause(ex);
			throw failure;
		}
		return this;
	}

	/**
	 * Expects the next edit of a message of the bot.
	 * @param text the exact new text or caption
	 * @return this user
	 */
	public TestUser expectsEdited(String text) {
		expect(Kind.EDIT, "edit", text);
		return this;
	}

	/**
	 * Expects the next notification or alert in answer to a pressed button.
	 * @param text the exact text
	 * @return this user
	 */
	public TestUser expectsNotice(String text) {
		expect(Kind.NOTICE, "notification", text);
		return this;
	}

	private ChatEvent expect(Kind kind, String name, @Nullable String text) {
		ChatEvent event = this.chat.next(kind);
		String expected = "Expected " + ((text != null) ? "the " + name + " '" + text + "'" : "a " + name);
		if (event == null) {
			throw this.chats.failure(expected + ", but the bot is idle without one.");
		}
		if (text != null && !event.content().equals(text)) {
			throw this.chats.failure(expected + ", but the " + name + " is '" + event.content() + "'.");
		}
		if (event.message() != null) {
			this.reply = event.message();
		}
		return event;
	}

	/**
	 * Expects that the bot, once it is idle, has neither replied nor edited nor sent a
	 * notification beyond what was expected before.
	 * @return this user
	 */
	public TestUser expectsNothing() {
		ChatEvent event = this.chat.nextWhenIdle(Kind.REPLY, Kind.EDIT, Kind.NOTICE);
		if (event != null) {
			throw this.chats.failure("Expected nothing from the bot, but there is a further "
					+ event.kind().name().toLowerCase(Locale.ROOT) + ": '" + event.content() + "'.");
		}
		return this;
	}

	/**
	 * Expects that a handler was invoked for the last action of this user.
	 * @param handler the name as in logs: simple class name, {@code #} and method
	 * @return this user
	 */
	public TestUser expectsHandledBy(String handler) {
		Boolean found = this.chats.bot()
			.await(() -> this.chat.handlersAfter(this.actedAt).contains(handler) ? Boolean.TRUE : null);
		if (found == null) {
			List<String> handlers = this.chat.handlersAfter(this.actedAt);
			throw this.chats.failure("Expected the handler " + handler + ", but "
					+ (handlers.isEmpty() ? "none was invoked." : "the invoked ones are " + handlers + "."));
		}
		return this;
	}

	/**
	 * Expects the status of the last payment of this user.
	 * @param status the status
	 * @return this user
	 */
	public TestUser expectsPayment(Payment.Status status) {
		Payment current = this.payment;
		if (current == null) {
			throw new IllegalStateException(this.person.name() + " has not paid.");
		}
		this.chats.bot().await(() -> (current.status() == status) ? status : null);
		if (current.status() != status) {
			throw this.chats.failure("Expected the payment to be " + status + ", but it is " + current.status() + ".");
		}
		return this;
	}

	/**
	 * Returns the message of the last expected reply or edit.
	 * @return the message
	 * @throws IllegalStateException if none was expected
	 */
	public ChatMessage reply() {
		ChatMessage current = this.reply;
		if (current == null) {
			throw new IllegalStateException("Call expectsReply first.");
		}
		return current;
	}

	@Override
	public String toString() {
		return this.participant.toString();
	}

}
