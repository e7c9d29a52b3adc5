package io.github.balethon.inbox;

import java.nio.charset.StandardCharsets;

import io.github.balethon.client.UpdateDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UpdateIdentityTests {

	private static final String MESSAGE = """
			{"update_id":7,"message":{"message_id":2,"date":3,"text":"x","from":{"id":4,"first_name":"x"},\
			"chat":{"id":4,"type":"private"}}}""";

	private final UpdateDecoder decoder = new UpdateDecoder();

	@Test
	void messageIsIdentifiedByItsIds() {
		UpdateIdentity identity = identity(MESSAGE);
		assertThat(identity).isEqualTo(new UpdateIdentity(7L, "message:4:2:3"));
		assertThat(identity(MESSAGE.replace("\"first_name\":\"x\"", "\"first_name\":\"Sara\""))).isEqualTo(identity);
		assertThat(identity(MESSAGE.replace(":7,", ":8,"))).isNotEqualTo(identity);
		assertThat(identity(MESSAGE.replace("\"date\":3", "\"date\":4"))).isNotEqualTo(identity);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"update_id\":7,\"poll\":{\"id\":%d}}", "{\"update_id\":7,\"message\":%d}", "nonsense %d" })
	void unknownKindAndMalformedUpdateAreIdentifiedByTheirPayload(String format) {
		assertThat(identity(format.formatted(1))).isEqualTo(identity(format.formatted(1)))
			.isNotEqualTo(identity(format.formatted(2)));
	}

	@Test
	void malformedUpdateMayHaveNoId() {
		assertThat(identity("nonsense").updateId()).isNull();
	}

	@Test
	void hashIsTheSameInEveryProcess() {
		assertThat(identity(MESSAGE).hash()).isEqualTo(-5843162999284877781L);
		assertThat(identity(MESSAGE.replace(":7,", ":8,")).hash()).isNotEqualTo(-5843162999284877781L);
	}

	private UpdateIdentity identity(String payload) {
		return UpdateIdentity.of(this.decoder.decode(payload.getBytes(StandardCharsets.UTF_8)));
	}

}
