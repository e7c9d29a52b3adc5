package io.github.balethon.security;

import java.time.Duration;
import java.util.List;

import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.InitDataValidator;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "spring.main.web-application-type=reactive",
		"bale.token=" + SignedInitData.TOKEN, "bale.transport=none" })
class MiniAppWebFilterTests extends AbstractMiniAppTests {

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(MiniAppController.class)
	static class Application {

		@Bean
		SecurityWebFilterChain miniApp(ServerHttpSecurity http, InitDataValidator validator) {
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.addFilterAt(new MiniAppWebFilter(validator), SecurityWebFiltersOrder.AUTHENTICATION)
				.exceptionHandling((errors) -> errors.authenticationEntryPoint(MiniAppWebFilter.entryPoint()))
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.build();
		}

		@Bean
		SecurityWebFilterChain archive(ServerHttpSecurity http, BaleConnection connection) {
			InitDataValidator validator = new InitDataValidator(connection, Duration.ofDays(36500));
			MiniAppWebFilter filter = new MiniAppWebFilter(validator, "X-Init-Data",
					(user) -> (user.id() == 1050637241) ? AuthorityUtils.createAuthorityList("ROLE_ADMIN") : List.of());
			return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/archive/**"))
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/archive/admin")
					.hasRole("ADMIN")
					.anyExchange()
					.authenticated())
				.addFilterAt(filter, SecurityWebFiltersOrder.AUTHENTICATION)
				.exceptionHandling((errors) -> errors.authenticationEntryPoint(MiniAppWebFilter.entryPoint()))
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.build();
		}

	}

}
