package io.github.balethon.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.SetWebhook;
import io.github.balethon.source.UpdateSourceStatus.State;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Registration of a webhook, and the storage of its updates.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class WebhookTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "0123456789-abcdef";

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final Inbox inbox = new Inbox();

	private final List<Webhook> webhooks = new ArrayList<>();

	private UpdatesClient client;

	@BeforeEach
	void start() {
		this.emulator.start();
		BaleConnection connection = BaleConnection.of(this.emulator.baseUrl(), token());
		this.client = BaleClient.builder(connection).buildUpdatesClient(Duration.ofSeconds(2));
	}

	@AfterEach
	void close() {
		this.webhooks.forEach((webhook) -> {
			webhook.stop(LONG);
			webhook.close();
		});
		this.client.close();
		this.emulator.close();
	}

	private BotToken token() {
		return BotToken.of(this.emulator.token());
	}

	private static ConditionFactory await() {
		return Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(5));
	}

	private Webhook webhook(boolean deleteOnShutdown, String... allowed) {
		WebhookSettings settings = new WebhookSettings(() -> URI.create("https://bot.example.ir/"), "/bale/webhook",
				SECRET, List.of(allowed), Duration.ofMillis(300), Duration.ofMillis(50), deleteOnShutdown,
				new FixedBackOff(20, Long.MAX_VALUE), Duration.ofMinutes(2));
		Webhook webhook = new Webhook(this.client, this.inbox, this::token, settings);
		this.webhooks.add(webhook);
		return webhook;
	}

	private Webhook started() {
		Webhook webhook = webhook(false);
		webhook.start(new UpdateSourceListener() {
		});
		await().until(() -> webhook.status().state() == State.RECEIVING);
		return webhook;
	}

	private String url() throws InterruptedException {
		return this.client.call(GetWebhookInfo.of()).url();
	}

	private static byte[] update(long id) {
		return "{\"update_id\":%d,\"message\":{\"message_id\":1}}".formatted(id).getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void urlHasTheSameKeyAfterARestartAndIsRegisteredOnce(CapturedOutput output) throws InterruptedException {
		started().stop(LONG);
		String url = url();
		assertThat(url).startsWith("https://bot.example.ir/bale/webhook/").endsWith("?secret=" + SECRET);
		started();
		assertThat(url()).isEqualTo(url);
		assertThat(this.emulator.calls().of("setWebhook")).hasSize(1);
		String key = URI.create(url).getPath().substring("/bale/webhook/".length());
		assertThat(key).hasSize(43).doesNotContain(this.emulator.token());
		assertThat(output).contains("https://bot.example.ir/bale/webhook/****")
			.doesNotContain(key)
			.doesNotContain(SECRET);
	}

	@Test
	void webhookThatWasTakenAwayIsRegisteredAgain(CapturedOutput output) throws InterruptedException {
		started();
		String url = url();
		this.client.call(DeleteWebhook.of());
		await().until(() -> url().equals(url));
		this.client.call(SetWebhook.of("https://other.example.ir/"));
		await().until(() -> url().equals(url));
		assertThat(output).contains("deleted or replaced by another program");
	}

	@Test
	void registrationIsRetriedUntilBaleAccepts() {
		this.emulator.faults().refuseToken(true);
		Webhook webhook = webhook(false);
		webhook.start(new UpdateSourceListener() {
		});
		await().until(() -> webhook.status().state() == State.FAILING);
		assertThat(webhook.status().lastFailure()).isNotBlank();
		this.emulator.faults().refuseToken(false);
		await().until(() -> webhook.status().state() == State.RECEIVING);
	}

	@Test
	void standbyStoresUpdatesAndDoesNotRegister() {
		this.inbox.owned = false;
		Webhook webhook = webhook(false);
		webhook.start(new UpdateSourceListener() {
		});
		await().until(() -> webhook.status().state() == State.STANDBY);
		assertThat(webhook.endpoint().receive(update(7)).join()).isEqualTo(WebhookResponse.ACCEPTED);
		assertThat(this.emulator.calls().all()).isEmpty();
		this.inbox.owned = true;
		await().until(() -> webhook.status().state() == State.RECEIVING);
	}

	@Test
	void webhookIsDeletedOnShutdownIfConfigured() throws InterruptedException {
		Webhook webhook = webhook(true);
		webhook.start(new UpdateSourceListener() {
		});
		await().until(() -> webhook.status().state() == State.RECEIVING);
		webhook.stop(LONG);
		assertThat(url()).isEmpty();
		assertThat(webhook.status().state()).isEqualTo(State.STOPPED);
	}

	@Test
	void updatesThatWaitAreStoredTogetherInTheirOrder() {
		Webhook webhook = started();
		this.inbox.gate = new CountDownLatch(1);
		List<CompletableFuture<WebhookResponse>> responses = new ArrayList<>();
		responses.add(webhook.endpoint().receive(update(1)));
		await().until(() -> this.inbox.waiting);
		for (long id = 9; id > 1; id--) {
			responses.add(webhook.endpoint().receive(update(id)));
		}
		responses.add(webhook.endpoint().receive("nonsense".getBytes(StandardCharsets.UTF_8)));
		assertThat(responses).noneMatch(CompletableFuture::isDone);
		this.inbox.gate.countDown();
		await().until(() -> responses.stream().allMatch(CompletableFuture::isDone));
		await().untilAsserted(() -> assertThat(this.inbox.ids()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
		assertThat(responses.get(9).join()).isEqualTo(WebhookResponse.BAD_REQUEST);
	}

	@Test
	void inboxThatHangsIsAnsweredInTime() {
		Webhook webhook = started();
		this.inbox.gate = new CountDownLatch(1);
		assertThat(webhook.endpoint().receive(update(1)).join()).isEqualTo(WebhookResponse.UNAVAILABLE);
		this.inbox.gate.countDown();
		await().until(() -> this.inbox.ids().equals(List.of(1L)));
	}

	@Test
	void inboxThatFailsIsReportedOnce(CapturedOutput output) {
		Webhook webhook = started();
		this.inbox.trouble = "no database";
		for (int i = 0; i < 5; i++) {
			assertThat(webhook.endpoint().receive(update(i)).join()).isEqualTo(WebhookResponse.UNAVAILABLE);
		}
		assertThat(webhook.status().state()).isEqualTo(State.FAILING);
		assertThat(webhook.status().lastFailure()).isEqualTo("no database");
		this.inbox.trouble = null;
		assertThat(webhook.endpoint().receive(update(9)).join()).isEqualTo(WebhookResponse.ACCEPTED);
		await().until(() -> webhook.status().state() == State.RECEIVING);
		assertThat(output).containsOnlyOnce("responds with status 503").containsOnlyOnce("accepts updates again");
		assertThat(webhook.endpoint().responses(WebhookResponse.UNAVAILABLE)).isEqualTo(5);
	}

	@Test
	void nothingIsStoredBeforeTheStartAndAfterTheClose() {
		Webhook webhook = webhook(false);
		assertThat(webhook.endpoint().receive(update(1)).join()).isEqualTo(WebhookResponse.UNAVAILABLE);
		webhook.start(new UpdateSourceListener() {
		});
		assertThat(webhook.endpoint().receive(update(2)).join()).isEqualTo(WebhookResponse.ACCEPTED);
		webhook.stop(LONG);
		assertThat(webhook.endpoint().receive(update(3)).join()).isEqualTo(WebhookResponse.ACCEPTED);
		webhook.close();
		assertThat(webhook.endpoint().receive(update(4)).join()).isEqualTo(WebhookResponse.UNAVAILABLE);
		assertThat(this.inbox.ids()).containsExactly(2L, 3L);
	}

	@ParameterizedTest
	@CsvSource({ "POST, application/json, 10, 10.1.2.3, ACCEPTED",
			"POST, application/json; charset=utf-8, -1, 10.1.2.3, ACCEPTED", "POST, , 10, 10.1.2.3, ACCEPTED",
			"POST, application/vnd.bale+json, 10, 10.1.2.3, ACCEPTED",
			"PUT, application/json, 10, 10.1.2.3, METHOD_NOT_ALLOWED", "GET, , -1, 10.1.2.3, METHOD_NOT_ALLOWED",
			"POST, text/plain, 10, 10.1.2.3, UNSUPPORTED_MEDIA_TYPE",
			"POST, application/json, 1048577, 10.1.2.3, CONTENT_TOO_LARGE",
			"POST, application/json, 10, 11.1.2.3, NOT_FOUND", "POST, application/json, 10, , NOT_FOUND" })
	void headIsChecked(String method, String type, long length, String address, WebhookResponse response)
			throws InterruptedException {
		started();
		URI url = URI.create(url());
		String key = url.getPath().substring("/bale/webhook/".length());
		WebhookEndpoint endpoint = webhook(false, "10.0.0.0/8").endpoint();
		assertThat(endpoint.check(new WebhookRequest(method, key, url.getQuery(), type, length, address)))
			.isEqualTo(response);
		for (String query : new String[] { null, "", "secret", "secret=", "secret=x", "x=" + SECRET }) {
			assertThat(endpoint.check(new WebhookRequest(method, key, query, type, length, address)))
				.isEqualTo(WebhookResponse.NOT_FOUND);
		}
		assertThat(endpoint.check(new WebhookRequest(method, key + "x", url.getQuery(), type, length, address)))
			.isEqualTo(WebhookResponse.NOT_FOUND);
	}

	/**
	 * An inbox that can be slow or unavailable.
	 */
	private static final class Inbox implements InboxAppender {

		private final List<Long> ids = Collections.synchronizedList(new ArrayList<>());

		private volatile boolean owned = true;

		private volatile String trouble;

		private volatile CountDownLatch gate = new CountDownLatch(0);

		private volatile boolean waiting;

		List<Long> ids() {
			return List.copyOf(this.ids);
		}

		@Override
		public boolean claim() {
			return this.owned;
		}

		@Override
		public int awaitRoom() {
			return 100;
		}

		@Override
		public void append(List<ReceivedUpdate> page) {
			throw new UnsupportedOperationException();
		}

		@Override
		public int offer(List<ReceivedUpdate> updates, Duration timeout) throws InterruptedException {
			if (this.trouble != null) {
				throw new InboxUnavailableException(this.trouble, null);
			}
			this.waiting = true;
			this.gate.await();
			updates.forEach((update) -> this.ids.add(update.updateId()));
			return updates.size();
		}

	}

}
