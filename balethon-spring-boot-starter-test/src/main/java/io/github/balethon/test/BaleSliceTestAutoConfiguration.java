package io.github.balethon.test;

import java.net.URI;

import io.github.balethon.autoconfigure.BaleAutoConfiguration;
import io.github.balethon.autoconfigure.BaleClientBuilderCustomizer;
import io.github.balethon.autoconfigure.BaleConnectionDetails;
import io.github.balethon.emulator.BaleEmulator;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Auto-configuration of a bot that calls the emulator in the JVM.
 */
@AutoConfiguration(before = { BaleEmulatorTestAutoConfiguration.class, BaleAutoConfiguration.class })
final class BaleSliceTestAutoConfiguration {

	// Never connected to.
	private static final URI ADDRESS = URI.create("http://emulator");

	@Bean(BaleEmulatorTestAutoConfiguration.CONNECTION_DETAILS)
	BaleConnectionDetails baleEmulatorConnectionDetails(BaleEmulator emulator) {
		return new EmulatorConnectionDetails(emulator, ADDRESS);
	}

	@Bean
	BaleClientBuilderCustomizer baleDirectTransport(BaleEmulator emulator) {
		return (builder) -> builder.webClientBuilder(WebClient.builder().filter(new DirectTransport(emulator)));
	}

}
