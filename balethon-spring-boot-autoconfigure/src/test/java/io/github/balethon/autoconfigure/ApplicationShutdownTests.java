package io.github.balethon.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Graceful shutdown of an application with a bot, a web server and a database.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ApplicationShutdownTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	// Longer than the other parts of the application take to shut down.
	private static final Duration LATE = Duration.ofSeconds(3);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	private final Person sara = this.emulator.person("Sara");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void handlersRequestsAndTheirCallsComplete(WebApplicationType type, CapturedOutput output) throws Exception {
		this.emulator.faults().delay("sendMessage", LATE);
		ConfigurableApplicationContext application = run(type);
		Shop shop = application.getBean(Shop.class);
		Person reza = this.emulator.person("Reza");
		this.sara.write("buy");
		CompletableFuture<HttpResponse<String>> request = request(application, "/notify/" + reza.id());
		assertThat(shop.inHandler.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(shop.inRequest.await(20, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Void> stop = CompletableFuture.runAsync(application::close);
		Awaitility.await()
			.atMost(LONG)
			.until(() -> application.getBean(LongPolling.class).state() == PollingState.STOPPED);
		shop.goOn.countDown();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("bought 1");
		Awaitility.await().atMost(LONG).until(() -> application.getBean(Dispatcher.class).callsInFlight() == 0);
		shop.requestGoesOn.countDown();
		assertThat(stop).succeedsWithin(LONG);
		assertThat(request).succeedsWithin(LONG).satisfies((response) -> assertThat(response.body()).isEqualTo("sent"));
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("buy", "bought 1");
		assertThat(reza.chat()).extracting(ChatMessage::text).containsExactly("notified");
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(output).doesNotContain(" ERROR ").doesNotContain("unfinished");
	}

	@Test
	void callsOfAnApplicationWithoutABotComplete() {
		this.emulator.faults().delay("sendMessage", LATE);
		ConfigurableApplicationContext application = run(WebApplicationType.NONE, "--bale.transport=none");
		application.getBean(BaleClient.class).sendMessage(this.sara.id(), "hello").toFuture();
		application.close();
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("hello");
	}

	@Test
	void pausedContextDoesNotPollAndResumes() {
		ConfigurableApplicationContext application = run(WebApplicationType.NONE);
		Shop shop = application.getBean(Shop.class);
		shop.goOn.countDown();
		this.sara.write("one");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("bought 1");
		application.pause();
		assertThat(application.getBean(LongPolling.class).state()).isEqualTo(PollingState.STOPPED);
		this.sara.write("two");
		assertThat(this.emulator.updates().pending()).isOne();
		application.restart();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("bought 2");
		assertThat(application.getBean(BotLifecycle.class).isRunning()).isTrue();
		application.close();
	}

	private ConfigurableApplicationContext run(WebApplicationType type, String... more) {
		return new SpringApplicationBuilder(Shop.class).web(type)
			.properties("bale.token=" + this.emulator.token(), "bale.base-url=" + this.emulator.baseUrl(),
					"bale.polling.timeout=2s", "bale.inbox.initialize-schema=always", "server.port=0",
					"spring.datasource.url=jdbc:h2:async:" + this.folder.resolve("shop")
							+ ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
			.run(more);
	}

	private static CompletableFuture<HttpResponse<String>> request(ConfigurableApplicationContext application,
			String path) {
		URI uri = URI
			.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + path);
		return HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	/**
	 * A shop with a bot, a web page and a table.
	 */
	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Shop {

		private final CountDownLatch inHandler = new CountDownLatch(1);

		private final CountDownLatch inRequest = new CountDownLatch(1);

		private final CountDownLatch goOn = new CountDownLatch(1);

		private final CountDownLatch requestGoesOn = new CountDownLatch(1);

		private final BaleClient bale;

		private final JdbcTemplate jdbc;

		Shop(BaleClient bale, JdbcTemplate jdbc) {
			this.bale = bale;
			this.jdbc = jdbc;
		}

		// The database is available until the handler completes.
		@BaleHandler
		String buy(String text) throws InterruptedException {
			this.inHandler.countDown();
			this.goOn.await();
			this.jdbc.execute("CREATE TABLE IF NOT EXISTS sold (item VARCHAR(100))");
			this.jdbc.update("INSERT INTO sold VALUES (?)", text);
			return "bought " + this.jdbc.queryForObject("SELECT COUNT(*) FROM sold", Integer.class);
		}

		@GetMapping("/notify/{chatId}")
		Mono<String> notify(@PathVariable long chatId) {
			return Mono.fromCallable(() -> {
				this.inRequest.countDown();
				this.requestGoesOn.await();
				// Fire and forget.
				this.bale.sendMessage(chatId, "notified").toFuture();
				return "sent";
			}).subscribeOn(Schedulers.boundedElastic());
		}

	}

}
