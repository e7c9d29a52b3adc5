package io.github.balethon.benchmarks.contestant;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/**
 * A Spring Boot application that does nothing: the reference for the time our bot needs
 * to start.
 */
final class PlainApplication {

	private PlainApplication() {
	}

	static void start() {
		// Our auto-configuration is on the class path, and disabled.
		new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("bale.enabled=false", "spring.main.keep-alive=true", "logging.level.root=warn",
					"spring.main.banner-mode=off")
			.run();
	}

	@EnableAutoConfiguration
	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
