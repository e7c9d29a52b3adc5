package io.github.balethon.client;

/**
 * What came back over HTTP, not yet understood.
 *
 * @param status HTTP status
 * @param body whole body, perhaps empty
 */
record HttpAnswer(int status, byte[] body) {

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

}
