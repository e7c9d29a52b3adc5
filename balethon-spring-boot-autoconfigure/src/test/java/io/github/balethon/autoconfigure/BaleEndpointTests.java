package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.json.BasicJsonTester;
import org.springframework.boot.test.json.JsonContent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Actuator endpoint {@code bale}.
 */
@Timeout(60)
class BaleEndpointTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator("987654321:" + SECRET);

	private final BaleEmulator emulator = this.running.emulator();

	private final HttpClient http = HttpClient.newHttpClient();

	private final BasicJsonTester json = new BasicJsonTester(getClass());

	private Person sara;

	private ConfigurableApplicationContext application;

	@BeforeEach
	void create() {
		this.sara = this.emulator.person("Sara");
	}

	@AfterEach
	void close() {
		if (this.application != null) {
			this.application.close();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void stateOfTheBotIsShown(WebApplicationType type) throws Exception {
		run(type);
		Bot bot = this.application.getBean(Bot.class);
		this.sara.write("wait");
		bot.begun.await();
		HttpResponse<String> response = get("");
		JsonContent<Object> state = this.json.from(response.body());
		assertThat(state).extractingJsonPathBooleanValue("$.paused").isFalse();
		assertThat(state).extractingJsonPathStringValue("$.source.description").isEqualTo("long polling");
		assertThat(state).extractingJsonPathStringValue("$.source.state").isEqualTo("RECEIVING");
		assertThat(state).extractingJsonPathStringValue("$.inbox.description").startsWith("inbox in memory");
		assertThat(state).extractingJsonPathNumberValue("$.inbox.unfinished").isEqualTo(1);
		assertThat(state).extractingJsonPathNumberValue("$.workers.max").isEqualTo(2);
		assertThat(state).extractingJsonPathNumberValue("$.workers.active").isEqualTo(1);
		assertThat(state).extractingJsonPathNumberValue("$.updates.inFlight").isEqualTo(1);
		assertThat(state).extractingJsonPathStringValue("$.updates.inProgress[0].handler").isEqualTo("Bot#await");
		assertThat(state).extractingJsonPathStringValue("$.updates.inProgress[0].kind").isEqualTo("MESSAGE");
		assertThat(state).extractingJsonPathNumberValue("$.updates.inProgress[0].ageMillis")
			.satisfies((age) -> assertThat(age.longValue()).isNotNegative());
		assertThat(state).extractingJsonPathArrayValue("$.handlers[*].handler")
			.containsExactly("Bot#await", "Bot#echo", "Bot#fail");
		assertThat(state).extractingJsonPathArrayValue("$.handlers[*].condition").contains("command /fail");
		assertThat(response.body()).doesNotContain(SECRET).doesNotContain("\"wait\"");
		bot.end.countDown();
	}

	@Test
	void botIsOnlyReadUnlessAccessIsGranted() throws Exception {
		run(WebApplicationType.SERVLET);
		deadLetter();
		assertThat(post("", "{\"paused\": true}").statusCode()).isEqualTo(405);
		assertThat(get("/dead-letters").statusCode()).isEqualTo(200);
		long id = deadLetterId();
		assertThat(post("/dead-letters/" + id, "{}").statusCode()).isEqualTo(405);
		assertThat(delete("/dead-letters/" + id).statusCode()).isEqualTo(405);
		assertThat(this.application.getBean(DeadLetters.class).count()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void botIsPausedAndResumed(WebApplicationType type) throws Exception {
		run(type, "--management.endpoint.bale.access=unrestricted");
		this.sara.write("one");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("one");
		JsonContent<Object> paused = this.json.from(post("", "{\"paused\": true}").body());
		assertThat(paused).extractingJsonPathBooleanValue("$.paused").isTrue();
		assertThat(paused).extractingJsonPathStringValue("$.source.state").isEqualTo("STOPPED");
		assertThat(post("", "{\"paused\": true}").statusCode()).isEqualTo(200);
		this.sara.write("two");
		assertThat(this.emulator.updates().pending()).isOne();
		JsonContent<Object> resumed = this.json.from(post("", "{\"paused\": false}").body());
		assertThat(resumed).extractingJsonPathBooleanValue("$.paused").isFalse();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("two");
		assertThat(post("", "{}").statusCode()).isEqualTo(400);
	}

	@Test
	void deadLettersAreListedReplayedAndDeleted() throws Exception {
		run(WebApplicationType.SERVLET, "--management.endpoint.bale.access=unrestricted");
		deadLetter();
		HttpResponse<String> response = get("/dead-letters");
		JsonContent<Object> letters = this.json.from(response.body());
		assertThat(letters).extractingJsonPathNumberValue("$.count").isEqualTo(1);
		assertThat(letters).extractingJsonPathStringValue("$.deadLetters[0].reason")
			.isEqualTo("Bot#fail failed with java.lang.IllegalStateException");
		assertThat(letters).extractingJsonPathNumberValue("$.deadLetters[0].attempts").isEqualTo(1);
		assertThat(letters).extractingJsonPathNumberValue("$.deadLetters[0].bytes")
			.satisfies((bytes) -> assertThat(bytes.intValue()).isPositive());
		assertThat(response.body()).doesNotContain("/fail").doesNotContain("\"content\":\"");
		assertThat(get("/dead-letters?after=" + deadLetterId()).body()).contains("\"deadLetters\":[]");
		this.application.getBean(Bot.class).failing = false;
		assertThat(post("/dead-letters/" + deadLetterId(), "{}").body()).isEqualTo("{\"replayed\":true}");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("recovered");
		this.application.getBean(Bot.class).failing = true;
		deadLetter();
		long id = deadLetterId();
		assertThat(delete("/dead-letters/" + id).body()).isEqualTo("{\"deleted\":true}");
		assertThat(delete("/dead-letters/" + id).body()).isEqualTo("{\"deleted\":false}");
		assertThat(post("/dead-letters/" + id, "{}").body()).isEqualTo("{\"replayed\":false}");
	}

	@Test
	void requestsThatMakeNoSenseAreRefused() throws Exception {
		run(WebApplicationType.SERVLET, "--management.endpoint.bale.access=unrestricted");
		assertThat(get("/unknown").statusCode()).isEqualTo(404);
		assertThat(get("/dead-letters?limit=0").statusCode()).isEqualTo(400);
		assertThat(get("/dead-letters?limit=101").statusCode()).isEqualTo(400);
		assertThat(get("/dead-letters?after=first").statusCode()).isEqualTo(400);
		assertThat(delete("/unknown/1").statusCode()).isEqualTo(400);
		assertThat(post("/dead-letters/one", "{}").statusCode()).isEqualTo(400);
	}

	@Test
	void contentIsShownOnRequest() throws Exception {
		run(WebApplicationType.SERVLET, "--bale.actuator.show-content=true");
		deadLetter();
		assertThat(this.json.from(get("/dead-letters").body()))
			.extractingJsonPathStringValue("$.deadLetters[0].content")
			.contains("\"/fail\"");
	}

	@Test
	void endpointIsExposedOnRequestOnly() {
		Bots.withAllAutoConfigurations(this.emulator)
			.withUserConfiguration(Bot.class)
			.run((context) -> assertThat(context).doesNotHaveBean(BaleEndpoint.class));
		Bots.withAllAutoConfigurations(this.emulator)
			.withPropertyValues("management.endpoints.web.exposure.include=bale")
			.run((context) -> assertThat(context).hasSingleBean(BaleEndpoint.class));
		Bots.withAllAutoConfigurations(this.emulator)
			.withPropertyValues("management.endpoints.web.exposure.include=bale",
					"management.endpoint.bale.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(BaleEndpoint.class));
	}

	private void deadLetter() {
		DeadLetters letters = this.application.getBean(DeadLetters.class);
		this.sara.write("/fail");
		Awaitility.await().atMost(LONG).until(() -> letters.count() == 1);
		Dispatcher dispatcher = this.application.getBean(Dispatcher.class);
		Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0);
	}

	private long deadLetterId() {
		return this.application.getBean(DeadLetters.class).list(-1, 1).get(0).id();
	}

	private void run(WebApplicationType type, String... more) {
		this.application = new SpringApplicationBuilder(Bot.class).web(type)
			.properties("bale.token=" + this.emulator.token(), "bale.base-url=" + this.emulator.baseUrl(),
					"bale.polling.timeout=1s", "bale.max-workers=2", "server.port=0",
					"management.endpoints.web.exposure.include=bale")
			.run(more);
		this.emulator.calls().await("getUpdates", 1, LONG);
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return send(path, HttpRequest.newBuilder().GET());
	}

	private HttpResponse<String> delete(String path) throws IOException, InterruptedException {
		return send(path, HttpRequest.newBuilder().DELETE());
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return send(path,
				HttpRequest.newBuilder()
					.POST(HttpRequest.BodyPublishers.ofString(body))
					.header("Content-Type", "application/json"));
	}

	private HttpResponse<String> send(String path, HttpRequest.Builder request)
			throws IOException, InterruptedException {
		String port = this.application.getEnvironment().getProperty("local.server.port");
		URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/bale" + path);
		return this.http.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
	}

	@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
	@Configuration(proxyBeanMethods = false)
	static class Bot {

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch end = new CountDownLatch(1);

		private volatile boolean failing = true;

		@BaleText
		String echo(String text) {
			return text;
		}

		@BaleText("wait")
		void await() throws InterruptedException {
			this.begun.countDown();
			this.end.await();
		}

		@BaleCommand
		String fail() {
			if (this.failing) {
				throw new IllegalStateException("expected by this test");
			}
			return "recovered";
		}

	}

}
