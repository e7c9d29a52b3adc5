package io.github.balethon.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * The mini app behind a button: Bale's {@code WebAppInfo}.
 *
 * @param url HTTPS address of the mini app
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record WebAppInfo(String url, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public WebAppInfo {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a web app info without unknown fields.
	 * @param url the HTTPS URL of the mini app
	 */
	@JsonCreator(mode = JsonCreator.Mode.DISABLED)
	public WebAppInfo(String url) {
		this(url, Map.of());
	}

	/**
	 * A mini app.
	 * @param url its HTTPS address
	 * @return the mini app
	 * @throws IllegalArgumentException if the URL is empty
	 */
	public static WebAppInfo of(String url) {
		Assert.hasText(url, "'url' of a mini app must not be empty");
		return new WebAppInfo(url);
	}

	WebAppInfo fill(Placeholders placeholders) {
		return new WebAppInfo(placeholders.fill(this.url, (value) -> UriUtils.encode(value, StandardCharsets.UTF_8)),
				this.unknownFields);
	}

	/**
	 * Omits the unknown fields, which may contain personal data.
	 */
	@Override
	public String toString() {
		return "WebAppInfo[url=" + this.url + "]";
	}

}
