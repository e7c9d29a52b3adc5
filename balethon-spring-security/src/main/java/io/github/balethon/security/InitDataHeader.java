package io.github.balethon.security;

import java.util.Locale;

import io.github.balethon.client.InvalidInitDataException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.StringUtils;

/**
 * The header that carries init data: {@code Authorization: tma <init data>}, or a header
 * of the application with the init data only.
 *
 * @param name the name of the header
 */
record InitDataHeader(String name) {

	private static final String SCHEME = "tma";

	static final InitDataHeader AUTHORIZATION = new InitDataHeader(HttpHeaders.AUTHORIZATION);

	/**
	 * Reads the init data of a request.
	 * @param value the value of the header, or {@code null} if the request has none
	 * @return the authentication to verify, or {@code null} if the request has no init
	 * data, such as with the header {@code Authorization: Bearer}
	 */
	@Nullable MiniAppAuthentication read(@Nullable String value) {
		String initData = (value != null && isAuthorization()) ? withoutScheme(value) : value;
		return StringUtils.hasText(initData) ? MiniAppAuthentication.unauthenticated(initData.strip()) : null;
	}

	private boolean isAuthorization() {
		return this.name.equalsIgnoreCase(HttpHeaders.AUTHORIZATION);
	}

	// Schemes are case-insensitive.
	private static @Nullable String withoutScheme(String value) {
		boolean matches = value.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
		return matches ? value.substring(SCHEME.length() + 1) : null;
	}

	/**
	 * Returns the value of the header {@code WWW-Authenticate} of a refusal. It has the
	 * reason, so that a mini app can ask its user to open it again if the init data has
	 * expired.
	 * @param exception the exception
	 * @return the value
	 */
	static String challenge(AuthenticationException exception) {
		InvalidInitDataException.Reason reason = (exception instanceof InvalidInitDataAuthenticationException invalid)
				? invalid.getReason() : null;
		return (reason != null) ? SCHEME + " error=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"" : SCHEME;
	}

}
