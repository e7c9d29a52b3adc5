package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

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
		BaleApiException error = catchThrowableOfType(BaleApiException.class, () -> this.json
			.result(SendMessage.of(7, "x"), new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8))));
		assertThat(error).isNotNull();
		return error;
	}

}
