package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done from outside the JVM: being a person and watching the chats.
 */
final class ControlApi {

	private static final long DEFAULT_PERSON = 1001;

	private static final String DEFAULT_NAME = "Sara";

	private static final int LONGEST_WAIT_SECONDS = 30;

	private final Chats chats;

	private final Conversation conversation;

	private final BotMethods methods;

	private final Faults faults;

	ControlApi(Chats chats, Conversation conversation, BotMethods methods, Faults faults) {
		this.chats = chats;
		this.conversation = conversation;
		this.methods = methods;
		this.faults = faults;
	}

	/**
	 * Writes as a person, who is new or known; in a group the person becomes a member.
	 * @param parameters from, name, chat, text, wait
	 * @param timer where the end of the waiting is noticed
	 * @return the numbers of update and message, and the replies if they were waited for
	 */
	Mono<JsonNode> write(Parameters parameters, EventExecutor timer) {
		String text = parameters.text("text", "");
		Long wait = parameters.integer("wait");
		if (wait != null && (wait < 0 || wait > LONGEST_WAIT_SECONDS)) {
			throw new ControlProblem(400,
					"The field 'wait' must be a number of seconds from 0 to " + LONGEST_WAIT_SECONDS + ".");
		}
		Person person = this.chats.person(parameters.integer("from", DEFAULT_PERSON),
				parameters.text("name", DEFAULT_NAME));
		Group group = group(parameters);
		if (group != null) {
			group.add(person);
		}
		Chat chat = chat(person, group);
		Conversation.Written written = this.conversation.write(person, chat, text, null);
		ObjectNode answer = Json.object().put("update_id", written.updateId()).put("message_id", written.messageId());
		if (wait == null) {
			return Mono.just(answer);
		}
		return chat.listeners()
			.await(() -> repliesTo(chat, written), Duration.ofSeconds(wait), timer)
			.defaultIfEmpty(List.of())
			.map((replies) -> answer.set("replies", messages(replies)));
	}

	Mono<JsonNode> press(Parameters parameters, EventExecutor timer) {
		long from = parameters.integer("from", DEFAULT_PERSON);
		Person person = this.chats.knownPerson(from);
		if (person == null) {
			throw new ControlProblem(404,
					"Nobody has the id " + from + "; POST a message as this person to /emulator/messages first.");
		}
		String data = parameters.text("data");
		if (data == null) {
			throw new BadParameter("data", "the callback data of a button");
		}
		Group group = group(parameters);
		Chat chat = (group != null) ? group.chatOf(person) : person.privateChat();
		Long messageId = parameters.integer("message_id");
		long updateId = (messageId != null) ? this.conversation.press(person, chat, messageId, data)
				: this.conversation.press(person, chat, data);
		return Mono.just(Json.object().put("update_id", updateId));
	}

	Mono<JsonNode> delay(Parameters parameters, EventExecutor timer) {
		Long milliseconds = parameters.integer("milliseconds");
		if (milliseconds == null) {
			throw new BadParameter("milliseconds", "a whole number");
		}
		Duration delay = Duration.ofMillis(milliseconds);
		ObjectNode answer = Json.object();
		String method = parameters.text("method");
		if (method != null) {
			String canonicalName = this.methods.canonicalName(method);
			this.faults.delay(canonicalName, delay);
			answer.put("method", canonicalName);
		}
		else {
			this.faults.delay(delay);
		}
		return Mono.just(answer.put("milliseconds", milliseconds));
	}

	JsonNode chats() {
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

	JsonNode messages(long chatId) {
		Chat chat = this.chats.chat(chatId);
		if (chat == null) {
			throw new ControlProblem(404, "There is no chat " + chatId + "; GET /emulator/chats lists them.");
		}
		return messages(chat.messages());
	}

	private @Nullable List<ChatMessage> repliesTo(Chat chat, Conversation.Written written) {
		List<ChatMessage> replies = chat.messagesOfBotAfter(written.messageId());
		return replies.isEmpty() ? null : replies;
	}

	private @Nullable Group group(Parameters parameters) {
		Long id = parameters.integer("chat");
		if (id == null) {
			return null;
		}
		Group group = this.chats.group(id);
		if (group == null) {
			throw new ControlProblem(404, "There is no group " + id + "; leave out 'chat' for the private chat.");
		}
		return group;
	}

	private Chat chat(Person person, @Nullable Group group) {
		return (group != null) ? group.chatOf(person) : person.privateChat();
	}

	private JsonNode messages(List<ChatMessage> messages) {
		ArrayNode json = Json.array();
		for (ChatMessage message : messages) {
			json.add(message(message));
		}
		return json;
	}

	private ObjectNode message(ChatMessage message) {
		ObjectNode json = Json.object().put("message_id", message.messageId());
		json.putObject("from")
			.put("id", message.senderId())
			.put("name", message.senderName())
			.put("is_bot", message.fromBot());
		json.put("date", message.date().getEpochSecond()).put("text", message.text()).put("edited", message.edited());
		if (message.replyToMessageId() != null) {
			json.put("reply_to_message_id", message.replyToMessageId());
		}
		if (message.replyMarkup() != null) {
			json.set("reply_markup", message.replyMarkup());
		}
		return json;
	}

}
