package io.github.balethon.source;

/**
 * Response to a request to the webhook. None has a body.
 *
 * @since 0.1.0
 */
public enum WebhookResponse {

	/** The update is stored. */
	ACCEPTED(200),
	/** The update cannot be stored at present. */
	UNAVAILABLE(503),
	/** The path, the secret or the address of the sender is wrong. */
	NOT_FOUND(404),
	/** The method is not POST. */
	METHOD_NOT_ALLOWED(405),
	/** The content is not JSON. */
	UNSUPPORTED_MEDIA_TYPE(415),
	/** The body is longer than {@link WebhookEndpoint#MAX_BODY}. */
	CONTENT_TOO_LARGE(413),
	/** The body did not arrive within {@link WebhookEndpoint#BODY_TIMEOUT}. */
	REQUEST_TIMEOUT(408),
	/** The body is not a JSON object. */
	BAD_REQUEST(400);

	private final int status;

	WebhookResponse(int status) {
		this.status = status;
	}

	/**
	 * Returns the HTTP status.
	 * @return the status code
	 */
	public int status() {
		return this.status;
	}

}
