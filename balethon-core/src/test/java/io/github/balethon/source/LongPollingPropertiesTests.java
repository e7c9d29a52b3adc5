package io.github.balethon.source;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Update;
import io.github.balethon.source.ScriptedAnswer.Framing;
import io.github.balethon.source.ScriptedAnswer.Order;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a server answers to {@code getUpdates}, polling continues, and each update of
 * its queue is received once.
 */
class LongPollingPropertiesTests {

	static final String TEXT = "well-formed";

	@Property
	void eachUpdateIsReceivedOnceWhateverIsAnswered(@ForAll("firstIds") long firstId,
			@ForAll("answers") List<ScriptedAnswer> answers, @ForAll("webhooks") List<String> webhooks)
			throws IOException, InterruptedException {
		MemoryInbox inbox = new MemoryInbox(1000);
		Receiver receiver = new Receiver();
		inbox.open(receiver);
		try (ScriptedServer server = new ScriptedServer(firstId, answers, webhooks);
				UpdatesClient client = BaleClient.builder(BaleConnection.of(server.url(), BotToken.of("1:x")))
					.responseTimeout(Duration.ofSeconds(30))
					.buildUpdatesClient(Duration.ofSeconds(30))) {
			LongPolling polling = new LongPolling(client, inbox,
					new PollingSettings(new FixedBackOff(1, FixedBackOff.UNLIMITED_ATTEMPTS), Duration.ofMillis(1),
							false, false, false, Duration.ofMinutes(1)));
			polling.start(new UpdateSourceListener() {
			});
			try {
				assertThat(server.awaitConfirmation(60))
					.as("confirmed; %s, %s", polling.state(), polling.status().lastFailure())
					.isTrue();
				assertThat(server.faults()).isEmpty();
				assertThat(receiver.ids()).isEqualTo(server.ids());
			}
			finally {
				polling.stop(Duration.ofSeconds(5));
			}
		}
	}

	// Its offset confirmed the updates that were missing.
	@Example
	void truncatedPageOutOfOrderConfirmsNoMissingUpdate() throws IOException, InterruptedException {
		ScriptedAnswer truncated = new ScriptedAnswer(3, 200, List.of(), ScriptedAnswer.PAGES.get(0), Order.DESCENDING,
				List.of(), 60, Framing.LENGTH);
		eachUpdateIsReceivedOnceWhateverIsAnswered(1, List.of(truncated), List.of());
	}

	// Which was rounded down to the identifier of another update.
	@Example
	void fractionConfirmsNoUpdate() throws IOException, InterruptedException {
		ScriptedAnswer fraction = new ScriptedAnswer(1, 200, List.of(), ScriptedAnswer.PAGES.get(0), Order.ASCENDING,
				List.of("{\"update_id\":1.5}"), 100, Framing.LENGTH);
		eachUpdateIsReceivedOnceWhateverIsAnswered(0, List.of(fraction, fraction), List.of());
	}

	// The connection of the client was never released.
	@Example
	void malformedStatusWithALargeBodyDoesNotEndPolling() throws IOException, InterruptedException {
		ScriptedAnswer malformed = new ScriptedAnswer(1, 42, List.of(), " ".repeat(100_000), Order.ASCENDING, List.of(),
				100, Framing.LENGTH);
		eachUpdateIsReceivedOnceWhateverIsAnswered(1, List.of(malformed, malformed), List.of());
	}

	@Provide
	Arbitrary<Long> firstIds() {
		return Arbitraries.of(0L, 1L, (long) Integer.MAX_VALUE - 1, 1L << 53, Long.MAX_VALUE - 10_000);
	}

	@Provide
	Arbitrary<List<ScriptedAnswer>> answers() {
		Arbitrary<Integer> status = mostly(200, Arbitraries.of(201, 204, 206, 299, 301, 302, 304, 400, 401, 403, 404,
				409, 418, 420, 429, 500, 502, 503, 504, 600, 999, 42, 100, 101, 103));
		Arbitrary<List<String>> headers = Arbitraries
			.of("Content-Type: application/json", "Content-Type: text/html; charset=utf-8",
					"Content-Type: application/json; charset=utf-16", "Content-Type: nonsense", "Content-Type:",
					"Content-Type: a/b; charset=nonsense", "Content-Encoding: gzip", "Retry-After: 0",
					"Retry-After: -1", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT",
					"Retry-After: 99999999999999999999", "Location: /elsewhere", "Location: nonsense:", "Set-Cookie: =",
					"Connection: keep-alive", "X-Odd: \u00ff", "X-Long: " + "x".repeat(2_000))
			.list()
			.ofMaxSize(3);
		return Combinators
			.combine(Arbitraries.integers().between(0, 3), status, headers, bodies(), Arbitraries.of(Order.class),
					oddElements().list().ofMaxSize(3), mostly(100, Arbitraries.integers().between(0, 99)),
					mostly(Framing.LENGTH, Arbitraries.of(Framing.class)))
			.as(ScriptedAnswer::new)
			.list()
			.ofMaxSize(4);
	}

	@Provide
	Arbitrary<List<String>> webhooks() {
		return Arbitraries
			.of("{\"ok\":true,\"result\":{\"url\":\"https://example.org/\"}}", "{\"ok\":true,\"result\":null}",
					"{\"ok\":true,\"result\":{\"url\":5}}", "{\"ok\":false,\"error_code\":404}", "<html>", "")
			.list()
			.ofMaxSize(2);
	}

	private static Arbitrary<String> bodies() {
		Arbitrary<String> refusals = Combinators.combine(
				Arbitraries.of("0", "-1", "200", "401", "403", "404", "409", "420", "429", "500", "2147483648", "1e99",
						"\"429\"", "null", "[]"),
				Arbitraries.of("", "Unauthorized", "Forbidden: token not found", "Not Found",
						"Conflict: terminated by other getUpdates request", "Too Many Requests", "\\u0000\\n\\ud800"),
				Arbitraries.of("0", "-1", "-9223372036854775808", "99999999999999999999", "1e99", "0.01", "NaN",
						"\"soon\"", "null", "{}"))
			.as((code, description, retryAfter) -> """
					{"ok":false,"error_code":%s,"description":"%s","parameters":{"retry_after":%s},"result":[$page]}"""
				.formatted(code, description, retryAfter));
		Arbitrary<String> others = Arbitraries.of("", " ", "null", "[]", "[$page]", "{}", "{\"ok\":true}",
				"{\"ok\":true,\"result\":null}", "{\"ok\":true,\"result\":[]}", "{\"ok\":true,\"result\":[",
				"{\"ok\":true,\"result\":{}}", "{\"ok\":true,\"result\":\"$page\"}", "{\"ok\":null,\"result\":[$page]}",
				"{\"ok\":\"yes\",\"result\":[$page]}", "{\"result\":[$page]}", "true", "1e999999999", "\u00ff\u00fe",
				"<html><body>{\"ok\":true,\"result\":[$page]}</body></html>", "local_rate_limited",
				"{\"ok\":" + "[".repeat(100_000));
		Arbitrary<String> noise = Arbitraries.strings().withCharRange('\u0000', '\u00ff').ofMaxLength(40);
		return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.of(ScriptedAnswer.PAGES)), Tuple.of(2, refusals),
				Tuple.of(2, others), Tuple.of(1, noise));
	}

	private static Arbitrary<String> oddElements() {
		return Arbitraries.of("null", "7", "\"]}\"", "[]", "{}", "nonsense", "{\"update_id\":\"x\"}",
				"{\"update_id\":1.5}", "{\"update_id\":99999999999999999999}", "{\"update_id\":9223372036854775807}",
				"{\"update_id\":-3,\"message\":5}", "{\"message\":{}}", "{\"update_id\":$id,\"message\":\"text\"}",
				"{\"update_id\":$id,\"message\":{\"message_id\":1e999999999,\"text\":\"\u00ff\"}}",
				"{\"update_id\":$id,\"message\":{\"text\":\"odd\",\"chat\":[]}}", "{\"update_id\":$id,\"\u00c3(\":[1]}",
				"{\"update_id\":$id,\"x\":" + "[".repeat(6_000) + "]".repeat(6_000) + "}");
	}

	private static <T> Arbitrary<T> mostly(T usual, Arbitrary<T> others) {
		return Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(usual)), Tuple.of(1, others));
	}

	private static final class Receiver implements InboxReceiver {

		private final List<Update> received = Collections.synchronizedList(new ArrayList<>());

		List<Long> ids() {
			synchronized (this.received) {
				return this.received.stream()
					.filter((update) -> update.message() != null && TEXT.equals(update.message().text()))
					.map(Update::updateId)
					.toList();
			}
		}

		@Override
		public void accept(List<InboxEntry> entries) {
			entries.forEach((entry) -> {
				this.received.add(entry.update());
				entry.acknowledge();
			});
		}

		@Override
		public List<InboxEntry> recall() {
			return List.of();
		}

		@Override
		public Route route(Update update) {
			return new Route(LaneKey.of(update), false);
		}

	}

}
