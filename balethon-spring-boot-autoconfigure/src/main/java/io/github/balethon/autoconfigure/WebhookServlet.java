package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.Serial;

import io.github.balethon.source.WebhookEndpoint;
import io.github.balethon.source.WebhookRequest;
import io.github.balethon.source.WebhookResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * The webhook in a servlet container. A servlet of its own, because that of Spring MVC
 * may parse a body before it selects a handler. A request holds no thread while its body
 * arrives or its update is stored.
 */
final class WebhookServlet extends HttpServlet {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient WebhookEndpoint endpoint;

	WebhookServlet(WebhookEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
		// Otherwise the tag "uri" of requests is unknown.
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> context.setPathPattern(this.endpoint.path() + "/**"));
		WebhookResponse checked = this.endpoint.check(head(request));
		if (checked != WebhookResponse.ACCEPTED) {
			refuse(request, response, checked);
			return;
		}
		AsyncContext async = request.startAsync();
		async.setTimeout(WebhookEndpoint.BODY_TIMEOUT.toMillis());
		WebhookBody body = new WebhookBody(async, request.getInputStream(), this.endpoint);
		async.addListener(body);
		request.getInputStream().setReadListener(body);
	}

	private static WebhookRequest head(HttpServletRequest request) {
		String path = request.getPathInfo();
		String key = (path != null && path.startsWith("/")) ? path.substring(1) : "";
		return new WebhookRequest(request.getMethod(), key, request.getQueryString(), request.getContentType(),
				request.getContentLengthLong(), request.getRemoteAddr());
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, WebhookResponse refusal) {
		response.setStatus(refusal.status());
		if (refusal == WebhookResponse.METHOD_NOT_ALLOWED) {
			response.setHeader("Allow", "POST");
		}
		// So that the container does not read the body to reuse the connection.
		if (request.getProtocol().startsWith("HTTP/1")) {
			response.setHeader("Connection", "close");
		}
		response.setContentLength(0);
	}

}
