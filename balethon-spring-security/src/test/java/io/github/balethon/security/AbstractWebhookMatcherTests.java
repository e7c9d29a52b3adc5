package io.github.balethon.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.WebhookEndpoint;
import io.github.balethon.source.WebhookResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What servlet and reactive applications have in common: requests to the webhook pass,
 * and all others need credentials.
 */
@Timeout(60)
abstract class AbstractWebhookMatcherTests {

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private BaleEmulator emulator;

	@Autowired
	private WebhookEndpoint endpoint;

	@Test
	void updatesPass() {
		Person sara = this.emulator.person("Sara");
		sara.write("hello");
		assertThat(sara.awaitReply(Duration.ofSeconds(30)).text()).isEqualTo("hello");
	}

	@ParameterizedTest
	@CsvSource({ "/bale/webhook/x, 404", "/bale/webhook/, 404", "/bale/webhook/../orders, 401", "/orders, 401",
			"/bale/webhookx, 401" })
	void otherRequestsDoNotPass(String path, int status) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.POST(BodyPublishers.ofString("{}"))
			.build();
		long refused = this.endpoint.responses(WebhookResponse.NOT_FOUND);
		assertThat(this.client.send(request, BodyHandlers.discarding()).statusCode()).isIn(status, 400, 403);
		assertThat(this.endpoint.responses(WebhookResponse.NOT_FOUND) - refused).isEqualTo((status == 404) ? 1 : 0);
	}

}
