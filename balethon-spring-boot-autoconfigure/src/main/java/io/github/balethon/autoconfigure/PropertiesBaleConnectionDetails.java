package io.github.balethon.autoconfigure;

import java.net.URI;

import io.github.balethon.client.BotToken;
import org.jspecify.annotations.Nullable;

/**
 * {@link BaleConnectionDetails} backed by {@link BaleProperties}.
 */
final class PropertiesBaleConnectionDetails implements BaleConnectionDetails {

	private final URI baseUrl;

	private final @Nullable URI fileBaseUrl;

	private final BotToken token;

	PropertiesBaleConnectionDetails(BaleProperties properties) {
		this.baseUrl = properties.baseUrl();
		this.fileBaseUrl = properties.fileBaseUrl();
		this.token = token(properties);
	}

	private static BotToken token(BaleProperties properties) {
		String text = properties.token();
		if (text == null || !BotToken.isPresent(text)) {
			throw InvalidBaleTokenException.missing();
		}
		try {
			return BotToken.of(text);
		}
		catch (IllegalArgumentException ex) {
			throw InvalidBaleTokenException.malformed(ex);
		}
	}

	@Override
	public URI baseUrl() {
		return this.baseUrl;
	}

	@Override
	public URI fileBaseUrl() {
		return (this.fileBaseUrl != null) ? this.fileBaseUrl : BaleConnectionDetails.super.fileBaseUrl();
	}

	@Override
	public BotToken token() {
		return this.token;
	}

}
