package io.github.balethon.security;

import io.github.balethon.source.WebhookEndpoint;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches the requests that Bale sends to the webhook, in a servlet application. They
 * have neither credentials nor a CSRF token; the webhook checks the secret key in their
 * path itself. <pre class="code">
 * &#064;Bean
 * &#064;Order(1)
 * SecurityFilterChain webhook(HttpSecurity http, WebhookEndpoint endpoint) {
 *   return http.securityMatcher(new WebhookRequestMatcher(endpoint))
 *     .authorizeHttpRequests((requests) -&gt; requests.anyRequest().permitAll())
 *     .csrf((csrf) -&gt; csrf.disable())
 *     .build();
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see WebhookServerMatcher
 */
public final class WebhookRequestMatcher implements RequestMatcher {

	private final WebhookEndpoint endpoint;

	/**
	 * Creates a matcher.
	 * @param endpoint the endpoint of the webhook
	 */
	public WebhookRequestMatcher(WebhookEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	// By the mapping of the container, so that the path cannot be read in another way.
	@Override
	public boolean matches(HttpServletRequest request) {
		return this.endpoint.path().equals(request.getServletPath());
	}

	@Override
	public String toString() {
		return "Webhook[" + this.endpoint.path() + "]";
	}

}
