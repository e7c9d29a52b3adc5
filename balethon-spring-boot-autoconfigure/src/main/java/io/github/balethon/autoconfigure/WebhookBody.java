package io.github.balethon.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.source.WebhookEndpoint;
import io.github.balethon.source.WebhookResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The body of a request to the webhook, which is read as it arrives.
 */
final class WebhookBody implements ReadListener, AsyncListener {

	private final AsyncContext async;

	private final ServletInputStream input;

	private final WebhookEndpoint endpoint;

	private final ByteArrayOutputStream body = new ByteArrayOutputStream();

	private final byte[] buffer = new byte[4096];

	private final AtomicBoolean ended = new AtomicBoolean();

	private volatile boolean complete;

	WebhookBody(AsyncContext async, ServletInputStream input, WebhookEndpoint endpoint) {
		this.async = async;
		this.input = input;
		this.endpoint = endpoint;
	}

	@Override
	public void onDataAvailable() throws IOException {
		while (!this.ended.get() && this.input.isReady()) {
			int count = this.input.read(this.buffer);
			if (count < 0) {
				return;
			}
			if (this.body.size() + count > WebhookEndpoint.MAX_BODY) {
				refuse(WebhookResponse.CONTENT_TOO_LARGE);
				return;
			}
			this.body.write(this.buffer, 0, count);
		}
	}

	@Override
	public void onAllDataRead() {
		if (!this.ended.get()) {
			this.complete = true;
			this.endpoint.receive(this.body.toByteArray()).thenAccept(this::respond);
		}
	}

	@Override
	public void onError(Throwable error) {
		refuse(WebhookResponse.BAD_REQUEST);
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		if (this.complete) {
			respond(WebhookResponse.UNAVAILABLE);
		}
		else {
			refuse(WebhookResponse.REQUEST_TIMEOUT);
		}
	}

	@Override
	public void onError(AsyncEvent event) {
		this.ended.set(true);
	}

	@Override
	public void onComplete(AsyncEvent event) {
		this.ended.set(true);
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
	}

	private void refuse(WebhookResponse refusal) {
		if (this.ended.compareAndSet(false, true)) {
			HttpServletResponse response = (HttpServletResponse) this.async.getResponse();
			response.setHeader("Connection", "close");
			complete(response, this.endpoint.count(refusal));
		}
	}

	private void respond(WebhookResponse result) {
		if (this.ended.compareAndSet(false, true)) {
			complete((HttpServletResponse) this.async.getResponse(), result);
		}
	}

	private void complete(HttpServletResponse response, WebhookResponse result) {
		response.setStatus(result.status());
		response.setContentLength(0);
		this.async.complete();
	}

}
