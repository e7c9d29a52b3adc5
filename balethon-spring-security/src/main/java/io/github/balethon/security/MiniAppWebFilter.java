package io.github.balethon.security;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.github.balethon.client.InitDataValidator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.util.Assert;

/**
 * Authenticates requests of a mini app by its init data, in a reactive application.
 * <pre class="code">
 * &#064;Bean
 * SecurityWebFilterChain miniApp(ServerHttpSecurity http, InitDataValidator validator) {
 *   return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
 *     .authorizeExchange((exchanges) -&gt; exchanges.anyExchange().authenticated())
 *     .addFilterAt(new MiniAppWebFilter(validator), SecurityWebFiltersOrder.AUTHENTICATION)
 *     .exceptionHandling((errors) -&gt; errors.authenticationEntryPoint(MiniAppWebFilter.entryPoint()))
 *     .csrf(ServerHttpSecurity.CsrfSpec::disable)
 *     .build();
 * }
 * </pre>
 * <p>
 * The principal is a {@link MiniAppUser}, and no session is created. If every request of
 * the filter chain needs init data, CSRF protection can be disabled, as a browser never
 * adds that header by itself.
 *
 * @since 0.1.0
 * @see MiniAppConfigurer
 */
public final class MiniAppWebFilter extends AuthenticationWebFilter {

	/**
	 * Creates a filter for the header {@code Authorization: tma <init data>}, which
	 * grants no authorities.
	 * @param validator the validator, which has the maximum age of init data
	 */
	public MiniAppWebFilter(InitDataValidator validator) {
		this(validator, HttpHeaders.AUTHORIZATION, (user) -> List.of());
	}

	/**
	 * Creates a filter.
	 * @param validator the validator, which has the maximum age of init data
	 * @param header the name of the header; in {@code Authorization}, the scheme
	 * {@code tma} precedes the init data
	 * @param authorities returns the authorities of a user, on a thread that may block
	 */
	public MiniAppWebFilter(InitDataValidator validator, String header,
			Function<MiniAppUser, ? extends Collection<? extends GrantedAuthority>> authorities) {
		super(manager(new MiniAppAuthenticationProvider(validator, authorities)));
		Assert.hasText(header, "'header' must not be empty");
		InitDataHeader initData = new InitDataHeader(header);
		setServerAuthenticationConverter((exchange) -> Mono
			.justOrEmpty(initData.read(exchange.getRequest().getHeaders().getFirst(initData.name()))));
		setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(entryPoint()));
	}

	private static ReactiveAuthenticationManager manager(MiniAppAuthenticationProvider provider) {
		return (authentication) -> Mono.fromCallable(() -> provider.authenticate(authentication))
			.subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Returns the entry point that responds with 401 to requests without init data.
	 * @return the entry point
	 */
	public static ServerAuthenticationEntryPoint entryPoint() {
		return (exchange, exception) -> Mono.fromRunnable(() -> {
			ServerHttpResponse response = exchange.getResponse();
			response.setStatusCode(HttpStatus.UNAUTHORIZED);
			response.getHeaders().add(HttpHeaders.WWW_AUTHENTICATE, InitDataHeader.challenge(exception));
		});
	}

}
