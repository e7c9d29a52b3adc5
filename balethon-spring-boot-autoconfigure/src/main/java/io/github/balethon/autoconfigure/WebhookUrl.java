package io.github.balethon.autoconfigure;

import java.net.URI;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The public URL of the application. On the loopback address it may be unknown before the
 * web server has bound its port.
 */
final class WebhookUrl implements Supplier<URI> {

	private final @Nullable URI configured;

	private final Environment environment;

	WebhookUrl(@Nullable URI configured, Environment environment) {
		this.configured = configured;
		this.environment = environment;
	}

	@Override
	public URI get() {
		if (this.configured != null) {
			return this.configured;
		}
		String port = this.environment.getProperty("local.server.port");
		if (port == null) {
			throw new IllegalStateException("The web server has no port yet. Set bale.webhook.url if the application "
					+ "is deployed to a server of its own");
		}
		boolean secure = StringUtils.hasText(this.environment.getProperty("server.ssl.bundle"))
				|| StringUtils.hasText(this.environment.getProperty("server.ssl.key-store"));
		String servlet = this.environment.getProperty("server.servlet.context-path", "");
		String path = servlet.isEmpty() ? this.environment.getProperty("spring.webflux.base-path", "") : servlet;
		return URI.create((secure ? "https" : "http") + "://127.0.0.1:" + port + path);
	}

}
