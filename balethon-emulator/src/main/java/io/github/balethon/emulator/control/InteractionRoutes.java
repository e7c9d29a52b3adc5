package io.github.balethon.emulator.control;

import java.time.Duration;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Bill;
import io.github.balethon.emulator.world.Chat;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.Payments;
import io.github.balethon.emulator.world.Presses;
import io.github.balethon.emulator.world.Transaction;
import io.github.balethon.emulator.world.User;
import io.github.balethon.emulator.world.World;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Control API for buttons and payments, with the bot's answers.
 *
 * @since 0.1.0
 */
public final class InteractionRoutes implements RouteGroup {

	private final World world;

	private final Conversation conversation;

	private final Presses presses;

	private final Payments payments;

	private final SenderFields senders;

	public InteractionRoutes(World world) {
		this.world = world;
		this.conversation = world.conversation();
		this.presses = world.presses();
		this.payments = world.payments();
		this.senders = new SenderFields(world.chats());
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.get("presses", this::findPress, "id");
		routes.postSlowly("presses", this::press, "from", "name", "chat", "message_id", "data", "wait");
		routes.get("payments", this::findPayments, "id");
		routes.postSlowly("payments", this::pay, "from", "name", "chat", "message_id", "link", "fails", "wait");
		routes.get("invoices", this::findInvoice, "link");
	}

	/**
	 * Presses an inline button.
	 * @param parameters from, chat, message_id, data, wait; without message_id the newest
	 * message with such a button
	 * @param timer schedules the timeout
	 * @return the identifiers of the update and of the callback query, and the bot's
	 * answer if wait is set
	 */
	private Mono<JsonNode> press(Parameters parameters, EventExecutor timer) {
		Duration wait = this.senders.wait(parameters);
		User user = this.senders.knownUser(parameters);
		String data = parameters.text("data");
		if (data == null) {
			throw new BadParameter("data", "the callback data of a button");
		}
		Chat chat = this.senders.chat(user, this.senders.group(parameters));
		Long messageId = parameters.integer("message_id");
		Conversation.Pressed pressed = (messageId != null) ? this.conversation.press(user, chat, messageId, data)
				: this.conversation.press(user, chat, data);
		String id = pressed.callbackId();
		ObjectNode json = SenderFields.update(pressed.updateId()).put("callback_query_id", id);
		if (wait == null) {
			return Mono.just(json);
		}
		return this.presses.listeners()
			.await(() -> this.presses.answerTo(id), wait, timer)
			.map((answer) -> putAnswer(json, answer))
			.defaultIfEmpty(putAnswer(json, null));
	}

	private JsonNode findPress(Parameters parameters) {
		String id = parameters.text("id", "");
		Presses.Answer answer = this.presses.answerTo(id);
		if (answer == null && !this.presses.isWaiting(id)) {
			throw new ControlProblem(404, "There is no callback query '" + id
					+ "'. POST /emulator/presses returns the ID of a new one; the newest 1000 are kept.");
		}
		return putAnswer(Json.object().put("callback_query_id", id), answer);
	}

	private JsonNode putAnswer(ObjectNode json, Presses.@Nullable Answer answer) {
		json.put("answered", answer != null);
		return (answer != null) ? json.put("text", answer.text()).put("show_alert", answer.alert()) : json;
	}

	/**
	 * Starts to pay an invoice.
	 * @param parameters from, chat, message_id; or the link of a mini app; fails, whether
	 * the payment fails after the bot has accepted it; wait
	 * @param timer schedules the timeout
	 * @return the payment, which is pending unless wait is set
	 */
	private Mono<JsonNode> pay(Parameters parameters, EventExecutor timer) {
		Duration wait = this.senders.wait(parameters);
		User user = this.senders.knownUser(parameters);
		String link = parameters.text("link");
		boolean fails = Boolean.TRUE.equals(parameters.flag("fails"));
		Transaction payment = (link != null)
				? this.conversation.pay(user, this.world.chats().privateChat(user), link, fails)
				: this.conversation.pay(user, this.senders.chat(user, this.senders.group(parameters)),
						parameters.requiredInteger("message_id"), fails);
		if (wait == null) {
			return Mono.just(payment(payment));
		}
		return this.payments.listeners()
			.await(() -> (payment.status() != Transaction.Status.PENDING) ? payment : null, wait, timer)
			.defaultIfEmpty(payment)
			.map(this::payment);
	}

	private JsonNode findInvoice(Parameters parameters) {
		String link = parameters.text("link", "");
		Bill bill = this.payments.bill(link);
		if (bill == null) {
			throw new ControlProblem(404,
					"There is no invoice link '" + link + "'. The bot creates them with createInvoiceLink.");
		}
		return Json.object().put("link", link).put("amount", bill.amount());
	}

	private JsonNode findPayments(Parameters parameters) {
		String id = parameters.text("id");
		if (id == null) {
			ArrayNode all = Json.array();
			this.payments.all().forEach((payment) -> all.add(payment(payment)));
			return all;
		}
		Transaction payment = this.payments.find(id);
		if (payment == null) {
			throw new ControlProblem(404, "There is no payment '" + id + "'. GET /emulator/payments lists them.");
		}
		return payment(payment);
	}

	private JsonNode payment(Transaction payment) {
		return ControlJson.payment(payment).put("amount", payment.bill().amount());
	}

}
