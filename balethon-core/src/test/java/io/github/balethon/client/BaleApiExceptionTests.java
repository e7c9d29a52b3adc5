package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetMyCommands;
import io.github.balethon.method.GetUpdates;
import io.github.balethon.method.RawMethod;
import io.github.balethon.method.SendMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BaleApiExceptionTests {

	private final BaleJson json = new BaleJson();

	@ParameterizedTest
	@CsvSource({ "400, chat_id: must be a valid value, BaleBadRequestException",
			"413, too large, BaleBadRequestException", "401, Unauthorized, BaleUnauthorizedException",
			"403, Bad Request: Token not found, BaleUnauthorizedException", "404, Not Found, BaleUnauthorizedException",
			"403, permission_denied, BaleForbiddenException",
			"403, Forbidden: bot was blocked by the user, BaleForbiddenException",
			"400, Bad Request: message not found, BaleNotFoundException",
			"404, no such group or user, BaleNotFoundException", "400, no such group or user, BaleNotFoundException",
			"409, Conflict: webhook is active, BaleConflictException",
			"429, bot limit exceed, BaleTooManyRequestsException",
			"400, bot limit exceed, BaleTooManyRequestsException", "420, FLOOD, BaleTooManyRequestsException",
			"500, Internal Server Error, BaleServerException", "418, teapot, BaleApiException" })
	void meaningIsReadFromCodeAndText(int code, String text, String type) {
		BaleApiException error = refused(code,
				"{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, text));
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
		assertThat(error.getErrorCode()).isEqualTo(code);
		assertThat(error.getDescription()).isEqualTo(text);
		assertThat(error.getMethodName()).isEqualTo("sendMessage");
		assertThat(error.getBody()).contains(text);
		assertThat(error.getRetryAfter()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "502, <html>Bad Gateway</html>, BaleServerException, ''", "503, '', BaleServerException, ''",
			"429, local_rate_limited, BaleTooManyRequestsException, local_rate_limited",
			"413, <html>, BaleBadRequestException, ''" })
	void gatewayIsUnderstoodByItsStatus(int status, String body, String type, String description) {
		BaleApiException error = refused(status, body);
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
		assertThat(error.getDescription()).isEqualTo(description);
		assertThat(error.getBody()).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "400, provider_token not found, BaleBadRequestException",
			"400, Bad Request: provider_token not found, BaleBadRequestException",
			"400, Bad Request: user is unauthorized to pay, BaleBadRequestException",
			"403, Forbidden: the bot is unauthorized to write here, BaleForbiddenException",
			"403, token not found, BaleUnauthorizedException",
			"400, Bad Request: Token not found., " + "BaleUnauthorizedException",
			"403, Unauthorized: token not found, BaleUnauthorizedException",
			"403, Forbidden: Unauthorized, " + "BaleUnauthorizedException", "410, Gone, BaleNotFoundException" })
	void onlyTheTokenOfTheBotIsAboutTheTokenOfTheBot(int code, String text, String type) {
		BaleApiException error = refused(code,
				"{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, text));
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
		assertThat(error.isTokenRefused()).isEqualTo(type.equals("BaleUnauthorizedException"));
	}

	@ParameterizedTest
	@CsvSource({ "400, Bad Request: chat not found, BaleNotFoundException",
			"500, no such group or user, BaleNotFoundException", "503, upstream not found, BaleServerException",
			"400, Bad Request: forbidden word in the text, BaleBadRequestException",
			"400, Bad Request: text holds a forbidden word, BaleBadRequestException",
			"400, Forbidden: bot was blocked by the user, BaleForbiddenException",
			"400, forbidden, BaleForbiddenException", "400, Bad Request: PERMISSION_DENIED, BaleForbiddenException" })
	void wordsOfATextAreNotItsMeaning(int code, String text, String type) {
		BaleApiException error = refused(code,
				"{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, text));
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "401, Unauthorized request, BaleForbiddenException", "401, '', BaleForbiddenException",
			"403, AccessDenied, BaleForbiddenException", "410, '', BaleNotFoundException",
			"403, Bad Request: Token not found, BaleUnauthorizedException" })
	void refusedFileSaysNothingOfTheToken(int code, String text, String type) {
		BaleApiException error = refused(DownloadFile.of("1", Path.of("x")), code, text);
		assertThat(error.getClass().getSimpleName()).isEqualTo(type);
	}

	@Test
	void methodOrFileThatBaleDoesNotHaveIsNotFound() {
		for (BaleMethod<?> method : List.of(RawMethod.of("sendHologram"), GetFile.of("1"), GetMyCommands.of(),
				DownloadFile.of("1", Path.of("x")))) {
			assertThat(refused(method, 404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"))
				.isInstanceOf(BaleNotFoundException.class)
				.satisfies((ex) -> assertThat(ex.isTokenRefused()).isFalse());
		}
		for (BaleMethod<?> method : List.of(GetMe.of(), GetUpdates.of(), DeleteWebhook.of(), RawMethod.of("getMe"))) {
			assertThat(refused(method, 404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}"))
				.isInstanceOf(BaleUnauthorizedException.class);
		}
	}

	@ParameterizedTest
	@CsvSource({ "7, 7", "0, 0", "'Fri, 27 Nov 2026 14:00:00 GMT',", "-1,", "99999999999999999999,", "," })
	void pauseOfTheGatewayIsInItsHeaders(String header, Integer seconds) {
		Duration pause = (seconds != null) ? Duration.ofSeconds(seconds) : null;
		for (String body : List.of("local_rate_limited", "{\"ok\":false,\"error_code\":429}")) {
			assertThat(refused(SendMessage.of(7, "x"), HttpAnswer.of(429, header, bytes(body))).getRetryAfter())
				.isEqualTo(pause);
		}
	}

	@Test
	void pauseThatBaleAsksForIsKept() {
		assertThat(refused(429,
				"{\"ok\":false,\"error_code\":429,\"description\":\"bot limit exceed\",\"parameters\":{\"retry_after\":7}}")
			.getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void longBodyIsCut() {
		assertThat(refused(500, "x".repeat(10_000)).getBody()).hasSize(4096);
	}

	private BaleApiException refused(int status, String body) {
		return refused(SendMessage.of(7, "x"), status, body);
	}

	private BaleApiException refused(BaleMethod<?> method, int status, String body) {
		return refused(method, new HttpAnswer(status, bytes(body)));
	}

	private BaleApiException refused(BaleMethod<?> method, HttpAnswer answer) {
		BaleApiException error = catchThrowableOfType(BaleApiException.class, () -> this.json.result(method, answer));
		assertThat(error).isNotNull();
		return error;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
