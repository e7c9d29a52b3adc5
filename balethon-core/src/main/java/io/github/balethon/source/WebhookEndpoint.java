package io.github.balethon.source;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * The server side of a webhook, for a web framework that passes requests on. The
 * framework {@linkplain #check checks} the head of a request, reads at most
 * {@link #MAX_BODY} bytes within {@link #BODY_TIMEOUT} if the request is accepted, and
 * passes the body to {@link #receive}. No method blocks, so an event loop may call them.
 * Refused requests are counted, and leave no trace in the log.
 *
 * @since 0.1.0
 */
public final class WebhookEndpoint {

	/** Maximum length of a body in bytes. */
	public static final int MAX_BODY = 1024 * 1024;

	/** Maximum time for a body to arrive. */
	public static final Duration BODY_TIMEOUT = Duration.ofSeconds(10);

	private final WebhookAddress address;

	private final AllowedAddresses allowed;

	private final WebhookIntake intake;

	private final Map<WebhookResponse, LongAdder> counts = new EnumMap<>(WebhookResponse.class);

	WebhookEndpoint(WebhookAddress address, AllowedAddresses allowed, WebhookIntake intake) {
		this.address = address;
		this.allowed = allowed;
		this.intake = intake;
		for (WebhookResponse response : WebhookResponse.values()) {
			this.counts.put(response, new LongAdder());
		}
	}

	/**
	 * Returns the path in the application that the paths of all requests begin with. A
	 * slash and a secret key follow.
	 * @return the path, such as {@code /bale/webhook}
	 */
	public String path() {
		return this.address.path();
	}

	/**
	 * Masks the key and the secret of the webhook in a text.
	 * @param text the text
	 * @return the masked text
	 */
	public String mask(String text) {
		return this.address.mask(text);
	}

	/**
	 * Checks a request before its body is read.
	 * @param request the head of the request
	 * @return the response that refuses the request, which is counted; or
	 * {@link WebhookResponse#ACCEPTED} if the body is to be read
	 */
	public WebhookResponse check(WebhookRequest request) {
		WebhookResponse response = examine(request);
		return (response != WebhookResponse.ACCEPTED) ? count(response) : response;
	}

	private WebhookResponse examine(WebhookRequest request) {
		if (!this.allowed.contains(request.remoteAddress()) || !this.address.isKnownTo(request)) {
			return WebhookResponse.NOT_FOUND;
		}
		if (!"POST".equals(request.method())) {
			return WebhookResponse.METHOD_NOT_ALLOWED;
		}
		if (!isJson(request.contentType())) {
			return WebhookResponse.UNSUPPORTED_MEDIA_TYPE;
		}
		return (request.contentLength() > MAX_BODY) ? WebhookResponse.CONTENT_TOO_LARGE : WebhookResponse.ACCEPTED;
	}

	// Bale does not document that it sends a content type.
	private static boolean isJson(@Nullable String contentType) {
		if (contentType == null || contentType.isBlank()) {
			return true;
		}
		String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return type.equals("application/json") || type.endsWith("+json");
	}

	/**
	 * Stores the update of a request.
	 * @param body the body
	 * @return the response, which is counted, within the timeout of the webhook. It is
	 * completed on a thread that must not be blocked
	 */
	public CompletableFuture<WebhookResponse> receive(byte[] body) {
		return this.intake.submit(body).thenApply(this::count);
	}

	/**
	 * Counts a response that the caller decides on: the body is too long or too slow.
	 * @param response the response
	 * @return the response
	 */
	public WebhookResponse count(WebhookResponse response) {
		LongAdder count = this.counts.get(response);
		if (count != null) {
			count.increment();
		}
		return response;
	}

	/**
	 * Returns how often there was a response.
	 * @param response the response
	 * @return the number since the start
	 */
	public long responses(WebhookResponse response) {
		LongAdder count = this.counts.get(response);
		return (count != null) ? count.sum() : 0;
	}

}
