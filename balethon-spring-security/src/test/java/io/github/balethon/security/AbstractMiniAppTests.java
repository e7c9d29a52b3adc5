package io.github.balethon.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What servlet and reactive applications have in common: requests with valid init data
 * are authenticated, and all others are refused.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class AbstractMiniAppTests {

	private static final String AUTHORIZATION = "Authorization";

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Test
	void validInitDataAuthenticatesItsUser() {
		HttpResponse<String> response = get("/api/me", AUTHORIZATION, "tma " + SignedInitData.of(7));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("7 Sara [] null");
		assertThat(response.headers().map()).doesNotContainKey("set-cookie");
	}

	@Test
	void controllerReceivesTheUser() {
		HttpResponse<String> response = get("/api/orders", AUTHORIZATION, "tma " + SignedInitData.of(7));
		assertThat(response.body()).isEqualTo("[\"Orders of Sara\"]");
	}

	@Test
	void schemeIsCaseInsensitive() {
		assertThat(get("/api/me", AUTHORIZATION, "TMA " + SignedInitData.of(7)).statusCode()).isEqualTo(200);
	}

	@Test
	void expiredInitDataOfTheReferenceIsRefusedWithTheReason() {
		HttpResponse<String> response = get("/api/me", AUTHORIZATION, "tma " + SignedInitData.VECTOR);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("tma error=\"expired\"");
	}

	@Test
	void initDataOfTheReferenceIsValidIfItsAgeIsAllowed() {
		HttpResponse<String> response = get("/archive/me", "X-Init-Data", SignedInitData.VECTOR);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("1050637241 سارا [ROLE_ADMIN] null");
	}

	@Test
	void headerOfTheApplicationReplacesAuthorization() {
		assertThat(get("/archive/me", AUTHORIZATION, "tma " + SignedInitData.of(7)).statusCode()).isEqualTo(401);
	}

	@Test
	void modifiedInitDataIsRefusedWithTheReason() {
		String modified = SignedInitData.of(7).replace("Sara", "Reza");
		HttpResponse<String> response = get("/api/me", AUTHORIZATION, "tma " + modified);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("tma error=\"wrong_signature\"");
	}

	@Test
	void initDataWithoutAUserIsRefused() {
		assertThat(get("/api/me", AUTHORIZATION, "tma " + SignedInitData.withoutUser()).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "tma", "'tma '", "tma hash", "Bearer abc", "tmaa b=c", "Basic c2FyYTpzYXJh" })
	void otherCredentialsAreRefused(String value) {
		assertThat(get("/api/me", AUTHORIZATION, value).statusCode()).isEqualTo(401);
	}

	@Test
	void requestWithoutInitDataIsRefusedWithAChallenge() {
		HttpResponse<String> response = get("/api/me", "Accept", "text/html");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("tma");
	}

	@Test
	void postWithInitDataNeedsNoCsrfToken() {
		HttpResponse<String> response = send(
				request("/api/me").header(AUTHORIZATION, "tma " + SignedInitData.of(7)).POST(BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "7, 403", "1050637241, 200" })
	void authoritiesOfTheUserDecide(long user, int status) {
		assertThat(get("/archive/admin", "X-Init-Data", SignedInitData.of(user)).statusCode()).isEqualTo(status);
	}

	@Test
	void initDataAppearsInNoLog(CapturedOutput output) {
		String initData = SignedInitData.of(7);
		get("/api/me", AUTHORIZATION, "tma " + initData);
		get("/api/me", AUTHORIZATION, "tma " + initData.replace("Sara", "Reza"));
		assertThat(output).doesNotContain(initData.substring(initData.indexOf("hash=")));
	}

	private HttpResponse<String> get(String path, String header, String value) {
		return send(request(path).header(header, value));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
