package io.github.balethon.sample;

import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.ShowTyping;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Demonstrates a long operation that its user can cancel, by {@code /cancel} of the
 * {@link SignUpBot}.
 */
@Component
class ReportBot {

	@ShowTyping
	@BaleCommand("report")
	Mono<String> report() {
		return Mono.delay(Duration.ofSeconds(30)).thenReturn("گزارش آماده است");
	}

}
