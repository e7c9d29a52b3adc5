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
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "spring.main.web-application-type=servlet",
		"bale.token=" + SignedInitData.TOKEN, "bale.transport=none" })
class MiniAppConfigurerTests extends AbstractMiniAppTests {

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(MiniAppController.class)
	static class Application {

		@Bean
		SecurityFilterChain miniApp(HttpSecurity http, InitDataValidator validator) {
			return http.securityMatcher("/api/**")
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.with(new MiniAppConfigurer(validator), Customizer.withDefaults())
				.build();
		}

		@Bean
		SecurityFilterChain archive(HttpSecurity http, BaleConnection connection) {
			InitDataValidator validator = new InitDataValidator(connection, Duration.ofDays(36500));
			return http.securityMatcher("/archive/**")
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/archive/admin")
					.hasRole("ADMIN")
					.anyRequest()
					.authenticated())
				.with(new MiniAppConfigurer(validator),
						(miniApp) -> miniApp.header("X-Init-Data")
							.authorities((user) -> (user.id() == 1050637241)
									? AuthorityUtils.createAuthorityList("ROLE_ADMIN") : List.of()))
				.build();
		}

	}

}
