package io.github.balethon.emulator.control;

import java.time.Duration;
import java.util.ArrayList;
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

	private final Chats chats;

	private final Conversation conversation;

	private final SenderFields senders;

	public MessageRoutes(Chats chats, Conversation conversation) {
		this.chats = chats;
		this.conversation = conversation;
		this.senders = new SenderFields(chats);
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("people", (parameters) -> ControlJson.users(this.chats.users()));
		routes.post("people", this::addUser, "name", "id");
		routes.postSlowly("messages", this::write, "from", "name", "chat", "text", "attachment", "attachments",
				"reply_to_message_id", "wait");
		routes.post("edits", this::edit, "from", "name", "chat", "message_id", "text");
		routes.post("forwards", this::forward, "from", "name", "chat", "from_chat", "message_id");
	}

	/**
	 * Sends a message or an album as a user, who is added if necessary; in a group the
	 * user becomes a member.
	 * @param parameters from, name, chat, text or attachment or attachments,
	 * reply_to_message_id, wait
	 * @param timer schedules the timeout
	 * @return the identifiers of update and message, for an album those of all messages;
	 * and the replies if wait is set
	 */
	private Mono<JsonNode> write(Parameters parameters, EventExecutor timer) {
		Duration wait = this.senders.wait(parameters);
		ObjectNode attachment = parameters.object("attachment");
		ArrayNode attachments = parameters.array("attachments");
		requireOneContent(parameters.text("text") != null, attachment != null, attachments != null);
		User user = this.senders.user(parameters);
		GroupChat group = this.senders.group(parameters);
		if (group != null) {
			group.admit(user);
		}
		Long replyTo = parameters.integer("reply_to_message_id");
		if (attachments != null) {
			if (replyTo != null) {
				throw new ControlProblem(400, "An album cannot be a reply. Omit 'reply_to_message_id'.");
			}
			return sendAlbum(user, group, attachments, wait, timer);
		}
		AttachmentDraft sent = (attachment != null) ? AttachmentJson.read(new Parameters(attachment), user) : null;
		Chat chat = this.senders.chat(user, group, (sent != null) ? sent.field() : "text");
		Conversation.Written written = (sent != null) ? this.conversation.send(user, chat, sent, replyTo)
				: this.conversation.write(user, chat, parameters.text("text", ""), replyTo);
		return withReplies(SenderFields.update(written), chat, written.messageId(), wait, timer);
	}

	private void requireOneContent(boolean text, boolean attachment, boolean attachments) {
		if ((text && attachment) || (text && attachments) || (attachment && attachments)) {
			throw new ControlProblem(400, "The fields 'text', 'attachment' and 'attachments' are mutually exclusive. "
					+ "The text of a file is its 'caption'.");
		}
	}

	private Mono<JsonNode> sendAlbum(User user, @Nullable GroupChat group, ArrayNode attachments,
			@Nullable Duration wait, EventExecutor timer) {
		List<AttachmentDraft> drafts = new ArrayList<>();
		for (JsonNode item : attachments) {
			if (!(item instanceof ObjectNode object)) {
				throw new BadParameter("attachments", "a list of attachments");
			}
			AttachmentDraft draft = AttachmentJson.read(new Parameters(object), user);
			this.senders.chat(user, group, draft.field());
			drafts.add(draft);
		}
		Chat chat = this.senders.chat(user, group);
		List<Conversation.Written> written = this.conversation.sendAlbum(user, chat, drafts);
		ObjectNode json = Json.object();
		ArrayNode messages = json.putArray("messages");
		written.forEach((each) -> messages.add(SenderFields.update(each)));
		return withReplies(json, chat, written.get(written.size() - 1).messageId(), wait, timer);
	}

	private Mono<JsonNode> withReplies(ObjectNode answer, Chat chat, long messageId, @Nullable Duration wait,
			EventExecutor timer) {
		if (wait == null) {
			return Mono.just(answer);
		}
		return chat.listeners()
			.await(() -> repliesTo(chat, messageId), wait, timer)
			.defaultIfEmpty(List.of())
			.map((replies) -> answer.set("replies", ControlJson.messages(replies)));
	}

	private @Nullable List<Message> repliesTo(Chat chat, long messageId) {
		List<Message> replies = chat.messagesOfBotAfter(messageId);
		return replies.isEmpty() ? null : replies;
	}

	/**
	 * Edits a message of the user.
	 * @param parameters from, chat, message_id, text
	 * @return the identifier of the update
	 */
	private JsonNode edit(Parameters parameters) {
		User user = this.senders.knownUser(parameters);
		long updateId = this.conversation.edit(user, this.senders.chat(user, this.senders.group(parameters)),
				parameters.requiredInteger("message_id"), parameters.text("text", ""));
		return SenderFields.update(updateId);
	}

	/**
	 * Forwards a message of any chat.
	 * @param parameters from, chat, from_chat, message_id
	 * @return the identifiers of the update and of the message
	 */
	private JsonNode forward(Parameters parameters) {
		User user = this.senders.knownUser(parameters);
		Long from = parameters.integer("from_chat");
		Chat source = (from != null) ? this.senders.anyChat(from) : this.chats.privateChat(user);
		long messageId = parameters.requiredInteger("message_id");
		Message message = source.find(messageId);
		if (message == null) {
			throw new ControlProblem(404, "There is no message " + messageId + " in the chat with " + source.name()
					+ ". GET /emulator/chats/" + source.id() + "/messages lists them.");
		}
		Chat target = this.senders.chat(user, this.senders.group(parameters), message.kind());
		return SenderFields.update(this.conversation.forward(user, target, source, message));
	}

	/**
	 * Adds a user, or returns the one with the identifier.
	 * @param parameters name, and optionally the identifier
	 * @return the user
	 */
	private JsonNode addUser(Parameters parameters) {
		String name = this.senders.name(parameters, "").strip();
		Long id = parameters.integer("id");
		return ControlJson.user((id != null) ? this.chats.user(id, name) : this.chats.newUser(name));
	}

}
