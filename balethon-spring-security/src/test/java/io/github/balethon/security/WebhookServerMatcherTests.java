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
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive", "bale.transport=webhook" })
class WebhookServerMatcherTests extends AbstractWebhookMatcherTests {

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		EchoBot echoBot() {
			return new EchoBot();
		}

		@Bean
		@Order(1)
		SecurityWebFilterChain webhook(ServerHttpSecurity http, WebhookEndpoint endpoint) {
			return http.securityMatcher(new WebhookServerMatcher(endpoint))
				.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.build();
		}

		@Bean
		@Order(2)
		SecurityWebFilterChain others(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
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
