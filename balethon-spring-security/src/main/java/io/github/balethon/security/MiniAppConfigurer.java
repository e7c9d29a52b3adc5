package io.github.balethon.security;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.github.balethon.client.InitDataValidator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.Assert;

/**
 * Authenticates requests of a mini app by its init data, in a servlet application.
 * <pre class="code">
 * &#064;Bean
 * SecurityFilterChain miniApp(HttpSecurity http, InitDataValidator validator) throws Exception {
 *   return http.securityMatcher("/api/**")
 *     .authorizeHttpRequests((requests) -&gt; requests.anyRequest().authenticated())
 *     .with(new MiniAppConfigurer(validator), Customizer.withDefaults())
 *     .build();
 * }
 * </pre>
 * <p>
 * The mini app sends {@code Authorization: tma <init data>} with each request. The
 * principal is a {@link MiniAppUser}. No session is created, and requests with init data
 * need no CSRF token, as a browser never adds that header by itself. Without valid init
 * data, the response is 401 with the reason in {@code WWW-Authenticate}.
 *
 * @since 0.1.0
 * @see MiniAppWebFilter
 */
public final class MiniAppConfigurer extends AbstractHttpConfigurer<MiniAppConfigurer, HttpSecurity> {

	private final InitDataValidator validator;

	private final AuthenticationEntryPoint entryPoint = (request, response, exception) -> {
		response.addHeader(HttpHeaders.WWW_AUTHENTICATE, InitDataHeader.challenge(exception));
		response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
	};

	private InitDataHeader header = InitDataHeader.AUTHORIZATION;

	private Function<MiniAppUser, ? extends Collection<? extends GrantedAuthority>> authorities = (user) -> List.of();

	/**
	 * Creates a configurer.
	 * @param validator the validator, which has the maximum age of init data
	 */
	public MiniAppConfigurer(InitDataValidator validator) {
		this.validator = validator;
	}

	/**
	 * Sets the header that has the init data.
	 * @param name the name of the header; by default {@code Authorization}, where the
	 * scheme {@code tma} precedes the init data
	 * @return this configurer
	 */
	public MiniAppConfigurer header(String name) {
		Assert.hasText(name, "'name' of the header must not be empty");
		this.header = new InitDataHeader(name);
		return this;
	}

	/**
	 * Sets the authorities of users, such as those of the administrators of a shop.
	 * @param authorities returns the authorities of a user, on the thread of the request;
	 * by default none
	 * @return this configurer
	 */
	public MiniAppConfigurer authorities(
			Function<MiniAppUser, ? extends Collection<? extends GrantedAuthority>> authorities) {
		this.authorities = authorities;
		return this;
	}

	@Override
	@SuppressWarnings("unchecked")
	public void init(HttpSecurity http) {
		http.authenticationProvider(new MiniAppAuthenticationProvider(this.validator, this.authorities));
		RequestMatcher withInitData = (request) -> authentication(request) != null;
		ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
		if (exceptions != null) {
			exceptions.defaultAuthenticationEntryPointFor(this.entryPoint, (request) -> true);
		}
		CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
		if (csrf != null) {
			csrf.ignoringRequestMatchers(withInitData);
		}
	}

	@Override
	public void configure(HttpSecurity http) {
		AuthenticationFilter filter = new AuthenticationFilter(http.getSharedObject(AuthenticationManager.class),
				this::authentication);
		filter.setSecurityContextHolderStrategy(getSecurityContextHolderStrategy());
		filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
		filter.setSuccessHandler((request, response, authentication) -> {
		});
		filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(this.entryPoint));
		http.addFilterBefore(postProcess(filter), BasicAuthenticationFilter.class);
	}

	private @Nullable MiniAppAuthentication authentication(HttpServletRequest request) {
		return this.header.read(request.getHeader(this.header.name()));
	}

}
