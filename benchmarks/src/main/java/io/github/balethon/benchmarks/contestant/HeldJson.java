package io.github.balethon.benchmarks.contestant;

import java.util.Map;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers and writers that are created once.
 */
final class HeldJson {

	private final JsonMapper mapper = JsonMapper.shared();

	private final ObjectReader pages = this.mapper.readerFor(Wire.Page.class);

	private final ObjectReader answers = this.mapper.readerFor(Wire.Answer.class);

	private final ObjectWriter parameters = this.mapper.writer();

	Wire.Page page(byte[] body) {
		return this.pages.readValue(body);
	}

	int messageId(byte[] body) {
		return this.answers.<Wire.Answer>readValue(body).result().messageId();
	}

	byte[] write(Map<String, ?> parameters) {
		return this.parameters.writeValueAsBytes(parameters);
	}

}
