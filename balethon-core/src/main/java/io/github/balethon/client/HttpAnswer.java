package io.github.balethon.client;

import java.nio.charset.StandardCharsets;

/**
 * What came back over HTTP, not yet understood.
 *
 * @param status HTTP status
 * @param body whole body, perhaps empty
 */
record HttpAnswer(int status, byte[] body) {

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

}
