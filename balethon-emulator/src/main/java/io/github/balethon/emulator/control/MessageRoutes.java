package io.github.balethon.emulator.control;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.AttachmentDraft;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.User;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control API for users and their messages.
 *
 * @since 0.1.0
 */
public final class MessageRoutes implements RouteGroup {

	private static final long DEFAULT_USER = 1001;

	private static final String DEFAULT_NAME = "Sara";

	private static final int LONGEST_NAME = 64;

	private static final int LONGEST_WAIT_SECONDS = 30;

	private final Chats chats;

	private final Conversation conversation;

	public MessageRoutes(Chats chats, Conversation conversation) {
		this.chats = chats;
		this.conversation = conversation;
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("people", (parameters) -> ControlJson.users(this.chats.users()));
		routes.post("people", this::addUser, "name", "id");
		routes.postSlowly("messages", this::write, "from", "name", "chat", "text", "attachment", "reply_to_message_id",
				"wait");
		routes.post("edits", this::edit, "from", "name", "chat", "message_id", "text");
		routes.post("presses", this::press, "from", "name", "chat", "message_id", "data");
		routes.post("payments", this::pay, "from", "name", "chat", "message_id", "link");
		routes.get("chats", (parameters) -> chats());
		routes.get("chats/ID/messages", (parameters) -> messages(parameters.requiredInteger("id")));
	}

	/**
	 * Sends a message as a user, who is added if necessary; in a group the user becomes a
	 * member.
	 * @param parameters from, name, chat, text or attachment, reply_to_message_id, wait
	 * @param timer schedules the timeout
	 * @return the identifiers of update and message, and the replies if wait is set
	 */
	private Mono<JsonNode> write(Parameters parameters, EventExecutor timer) {
		String text = parameters.text("text", "");
		Long wait = parameters.integer("wait");
		if (wait != null && (wait < 0 || wait > LONGEST_WAIT_SECONDS)) {
			throw new ControlProblem(400,
					"The field 'wait' must be a number of seconds between 0 and " + LONGEST_WAIT_SECONDS + ".");
		}
		ObjectNode attachment = parameters.object("attachment");
		if (attachment != null && parameters.text("text") != null) {
			throw new ControlProblem(400,
					"The fields 'text' and 'attachment' are mutually exclusive. The text of a file is its 'caption'.");
		}
		User user = this.chats.user(parameters.integer("from", DEFAULT_USER), name(parameters, DEFAULT_NAME));
		GroupChat group = group(parameters);
		if (group != null) {
			group.admit(user);
		}
		Long replyTo = parameters.integer("reply_to_message_id");
		Conversation.Written written;
		Chat chat;
		if (attachment != null) {
			AttachmentDraft sent = AttachmentJson.read(new Parameters(attachment), user);
			chat = chat(user, group, sent.field());
			written = this.conversation.send(user, chat, sent, replyTo);
		}
		else {
			chat = chat(user, group, "text");
			written = this.conversation.write(user, chat, text, replyTo);
		}
		Chat listened = chat;
		ObjectNode answer = update(written.updateId()).put("message_id", written.messageId());
		if (wait == null) {
			return Mono.just(answer);
		}
		return listened.listeners()
			.await(() -> repliesTo(listened, written), Duration.ofSeconds(wait), timer)
			.defaultIfEmpty(List.of())
			.map((replies) -> answer.set("replies", ControlJson.messages(replies)));
	}

	/**
	 * Edits a message of the user.
	 * @param parameters from, chat, message_id, text
	 * @return the identifier of the update
	 */
	private JsonNode edit(Parameters parameters) {
		User user = findUser(parameters);
		long updateId = this.conversation.edit(user, chat(user, group(parameters)),
				parameters.requiredInteger("message_id"), parameters.text("text", ""));
		return update(updateId);
	}

	/**
	 * Presses an inline button.
	 * @param parameters from, chat, message_id, data; without message_id the newest
	 * message with such a button
	 * @return the identifiers of the update and of the callback query
	 */
	private JsonNode press(Parameters parameters) {
		User user = findUser(parameters);
		String data = parameters.text("data");
		if (data == null) {
			throw new BadParameter("data", "the callback data of a button");
		}
		Chat chat = chat(user, group(parameters));
		Long messageId = parameters.integer("message_id");
		Conversation.Pressed pressed = (messageId != null) ? this.conversation.press(user, chat, messageId, data)
				: this.conversation.press(user, chat, data);
		return update(pressed.updateId()).put("callback_query_id", pressed.callbackId());
	}

	/**
	 * Starts to pay an invoice.
	 * @param parameters from, chat, message_id; or the link of a mini app
	 * @return the identifier of the payment, which is pending
	 */
	private JsonNode pay(Parameters parameters) {
		User user = findUser(parameters);
		String link = parameters.text("link");
		Transaction payment = (link != null) ? this.conversation.pay(user, this.chats.privateChat(user), link)
				: this.conversation.pay(user, chat(user, group(parameters)), parameters.requiredInteger("message_id"));
		return Json.object().put("id", payment.id()).put("amount", payment.bill().amount());
	}

	/**
	 * Adds a user, or returns the one with the identifier.
	 * @param parameters name, and optionally the identifier
	 * @return the user
	 */
	private JsonNode addUser(Parameters parameters) {
		String name = name(parameters, "").strip();
		Long id = parameters.integer("id");
		return ControlJson.user((id != null) ? this.chats.user(id, name) : this.chats.newUser(name));
	}

	private ObjectNode update(long id) {
		ObjectNode json = Json.object();
		return (id != Conversation.NO_UPDATE) ? json.put("update_id", id) : json.putNull("update_id");
	}

	private String name(Parameters parameters, String absent) {
		String name = parameters.text("name", absent);
		if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
			throw new BadParameter("name", "no longer than " + LONGEST_NAME + " characters");
		}
		return name;
	}

	private JsonNode chats() {
		ArrayNode json = Json.array();
		for (Chat chat : this.chats.all()) {
			json.addObject()
				.put("id", chat.id())
				.put("type", chat.kind().wireName())
				.put("name", chat.name())
				.put("messages", chat.size());
		}
		return json;
	}

	private JsonNode messages(long chatId) {
		Chat chat = this.chats.chat(chatId);
		if (chat == null) {
			throw new ControlProblem(404, "There is no chat " + chatId + ". GET /emulator/chats lists them.");
		}
		return ControlJson.messages(chat.messages());
	}

	private @Nullable List<Message> repliesTo(Chat chat, Conversation.Written written) {
		List<Message> replies = chat.messagesOfBotAfter(written.messageId());
		return replies.isEmpty() ? null : replies;
	}

	private User findUser(Parameters parameters) {
		long from = parameters.integer("from", DEFAULT_USER);
		User user = this.chats.findUser(from);
		if (user == null) {
			throw new ControlProblem(404,
					"There is no user " + from + ". POST a message from this user to /emulator/messages first.");
		}
		return user;
	}

	private @Nullable GroupChat group(Parameters parameters) {
		Long id = parameters.integer("chat");
		if (id == null) {
			return null;
		}
		GroupChat group = this.chats.group(id);
		if (group == null) {
			throw new ControlProblem(404, "There is no group " + id + ". Omit 'chat' for the private chat.");
		}
		return group;
	}

	private Chat chat(User user, @Nullable GroupChat group, String kind) {
		return (group != null) ? group.chatFor(user, kind) : this.chats.privateChat(user);
	}

	private Chat chat(User user, @Nullable GroupChat group) {
		return (group != null) ? group.chatOf(user) : this.chats.privateChat(user);
	}

}
