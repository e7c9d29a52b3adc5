package io.github.balethon.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Message;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The sample as {@code compose.yaml} deploys it: with its environment, with secrets in
 * files and with PostgreSQL. Bale is an emulator.
 */
final class DeployedSample implements AutoCloseable {

	private static final Duration LONG = Duration.ofSeconds(60);

	private static final String TOKEN = "162038400:of-the-deployed-sample";

	private final BaleEmulator bale = BaleEmulator.builder().token(TOKEN).build();

	private final EmbeddedPostgres database;

	private final ConfigurableApplicationContext context;

	DeployedSample(Path secrets) throws IOException {
		this.bale.start();
		this.database = EmbeddedPostgres.start();
		// As an editor leaves it, with a line feed.
		Files.writeString(secrets.resolve("bale.token"), TOKEN + "\n");
		Files.writeString(secrets.resolve("spring.datasource.password"), "postgres");
		Map<String, Object> environment = new LinkedHashMap<>();
		Deployment.yaml("compose.yaml")
			.at("/services/bot/environment")
			.properties()
			.forEach((variable) -> environment.put(variable.getKey(), variable.getValue().asString()));
		environment.put("SPRING_CONFIG_IMPORT",
				environment.get("SPRING_CONFIG_IMPORT").toString().replace("/run/secrets", secrets.toString()));
		environment.put("SPRING_DATASOURCE_URL",
				environment.get("SPRING_DATASOURCE_URL")
					.toString()
					.replace("database:5432/bot", "127.0.0.1:" + this.database.getPort() + "/postgres"));
		environment.put("SPRING_DATASOURCE_USERNAME", "postgres");
		this.context = new SpringApplicationBuilder(SampleApplication.class, FailingBot.class)
			.environment(new Variables(environment))
			.run("--server.port=0", "--bale.base-url=" + this.bale.baseUrl(),
					"--bale.client.rate-limit.chat-messages=1", "--bale.client.rate-limit.chat-period=500ms");
	}

	/**
	 * Chats until each kind of meter has a value.
	 */
	void use() {
		Person sara = this.bale.person("Sara");
		sara.write("/start");
		sara.awaitReply(LONG);
		this.bale.faults().limit("sendMessage", Duration.ofSeconds(1), 1);
		sara.write("/add 2 3");
		sara.awaitReply(LONG);
		sara.write("/shop");
		sara.awaitReply(LONG);
		sara.press("buy:1");
		sara.awaitReply(LONG);
		sara.write("/fail");
		sara.write("/add 3 4");
		sara.awaitReply(LONG);
		// The second one waits for the limit.
		BaleClient client = bean(BaleClient.class);
		CompletableFuture<Message> first = client.sendMessage(sara.id(), "1").toFuture();
		client.sendMessage(sara.id(), "2").toFuture().join();
		first.join();
		System.gc();
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	HttpResponse<String> get(String path) {
		String port = this.context.getEnvironment().getProperty("local.server.port");
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
						BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.database.close();
		this.bale.close();
	}

	/**
	 * Environment with the variables of a container.
	 */
	private static final class Variables extends StandardEnvironment {

		Variables(Map<String, Object> variables) {
			getPropertySources().replace(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
					new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		}

	}

	static class FailingBot {

		@BaleCommand("fail")
		String fail() {
			throw new IllegalStateException("Expected by the test");
		}

	}

}
