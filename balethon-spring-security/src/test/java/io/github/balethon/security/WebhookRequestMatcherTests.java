package io.github.balethon.security;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.source.WebhookEndpoint;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=servlet", "bale.transport=webhook" })
class WebhookRequestMatcherTests extends AbstractWebhookMatcherTests {

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		EchoBot echoBot() {
			return new EchoBot();
		}

		@Bean
		@Order(1)
		SecurityFilterChain webhook(HttpSecurity http, WebhookEndpoint endpoint) {
			return http.securityMatcher(new WebhookRequestMatcher(endpoint))
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.csrf((csrf) -> csrf.disable())
				.build();
		}

		@Bean
		@Order(2)
		SecurityFilterChain others(HttpSecurity http) {
			return http.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
