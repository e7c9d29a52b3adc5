package io.github.balethon.security;

import io.github.balethon.source.WebhookEndpoint;
import reactor.core.publisher.Mono;

import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;

/**
 * Matches the requests that Bale sends to the webhook, in a reactive application. They
 * have neither credentials nor a CSRF token; the webhook checks the secret key in their
 * path itself. <pre class="code">
 * &#064;Bean
 * &#064;Order(1)
 * SecurityWebFilterChain webhook(ServerHttpSecurity http, WebhookEndpoint endpoint) {
 *   return http.securityMatcher(new WebhookServerMatcher(endpoint))
 *     .authorizeExchange((exchanges) -&gt; exchanges.anyExchange().permitAll())
 *     .csrf(ServerHttpSecurity.CsrfSpec::disable)
 *     .build();
 * }
 * </pre>
 *
 * @since 0.1.0
 * @see WebhookRequestMatcher
 */
public final class WebhookServerMatcher implements ServerWebExchangeMatcher {

	private final ServerWebExchangeMatcher paths;

	/**
	 * Creates a matcher.
	 * @param endpoint the endpoint of the webhook
	 */
	public WebhookServerMatcher(WebhookEndpoint endpoint) {
		this.paths = ServerWebExchangeMatchers.pathMatchers(endpoint.path() + "/**");
	}

	@Override
	public Mono<MatchResult> matches(ServerWebExchange exchange) {
		return this.paths.matches(exchange);
	}

}
