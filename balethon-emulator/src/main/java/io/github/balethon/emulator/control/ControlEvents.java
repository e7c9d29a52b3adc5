package io.github.balethon.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.BotAccount;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Message;
import io.github.balethon.emulator.world.Presses;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server-sent events of the chat page. The stream starts with the state: {@code
 * hello} with the bot and the users, then {@code chat} for each requested chat with its
 * newest messages, pending presses and payments. Then follow the events {@code person},
 * {@code message} (new or edited), {@code deletion}, {@code action}, {@code
 * callback_answer}, {@code payment}, {@code pins}, {@code review}, {@code commands} and
 * {@code reset} (all chats were removed); with {@code log} also {@code update} and {@code
 * call}. A reconnected client receives the state again.
 *
 * @since 0.1.0
 */
public final class ControlEvents {

	private static final int MOST_MESSAGES = 200;

	private static final int MOST_CHATS = 50;

	private static final int MOST_USERS = 200;

	/** Reconnection time of browsers. */
	private static final byte[] RETRY = "retry: 1000\n\n".getBytes(StandardCharsets.UTF_8);

	private final BotAccount account;

	private final World world;

	private final EventFeed feed;

	private final Supplier<ArrayNode> commands;

	public ControlEvents(BotAccount account, World world, EventFeed feed, Supplier<ArrayNode> commands) {
		this.account = account;
		this.world = world;
		this.feed = feed;
		this.commands = commands;
	}

	Answer answer(Request request) {
		Set<Long> chatIds = chatIds(request.query().get("chat"));
		return Answer.events(this.feed.watch(chatIds, request.query().containsKey("log"), () -> state(chatIds)));
	}

	private Set<Long> chatIds(@Nullable List<String> texts) {
		Set<Long> ids = new LinkedHashSet<>();
		for (String text : (texts != null) ? texts : List.<String>of()) {
			try {
				ids.add(Long.valueOf(text));
			}
			catch (NumberFormatException ex) {
				throw new BadParameter("chat", "the id of a chat");
			}
		}
		if (ids.size() > MOST_CHATS) {
			throw new ControlProblem(400, "No more than " + MOST_CHATS + " chats can be watched at once.");
		}
		return ids;
	}

	private Flux<byte[]> state(Set<Long> chatIds) {
		List<byte[]> events = new ArrayList<>();
		events.add(RETRY);
		events.add(EventFeed.encode("hello", hello(chatIds)));
		for (Long id : chatIds) {
			Chat chat = this.world.chats().chat(id);
			if (chat != null) {
				events.add(EventFeed.encode("chat", chat(chat)));
			}
		}
		return Flux.fromIterable(events);
	}

	private ObjectNode hello(Set<Long> chatIds) {
		ObjectNode json = Json.object();
		json.putObject("bot")
			.put("id", this.account.id())
			.put("name", this.account.name())
			.put("username", this.account.username());
		json.set("commands", this.commands.get());
		ArrayNode users = json.putArray("people");
		int left = MOST_USERS;
		for (User user : this.world.chats().users()) {
			if (left-- > 0 || chatIds.contains(user.id())) {
				users.add(ControlJson.user(user));
			}
		}
		return json;
	}

	private ObjectNode chat(Chat chat) {
		List<Message> messages = chat.messagesBefore(Long.MAX_VALUE, MOST_MESSAGES);
		ObjectNode json = Json.object()
			.put("id", chat.id())
			.put("name", chat.name())
			.put("type", chat.kind().wireName())
			.put("blocked", chat.isBlocked());
		ArrayNode pinned = json.putArray("pinned");
		chat.pinned().forEach((message) -> pinned.add(message.messageId()));
		json.put("complete", chat.size() == messages.size()).set("messages", ControlJson.messages(messages));
		ArrayNode waiting = json.putArray("presses");
		for (Presses.Press press : this.world.presses().in(chat.id())) {
			waiting.addObject()
				.put("callback_query_id", press.id())
				.put("person_id", press.userId())
				.put("message_id", press.messageId())
				.put("data", press.data());
		}
		ArrayNode payments = json.putArray("payments");
		this.world.payments().in(chat.id()).forEach((payment) -> payments.add(ControlJson.payment(payment)));
		return json;
	}

}
