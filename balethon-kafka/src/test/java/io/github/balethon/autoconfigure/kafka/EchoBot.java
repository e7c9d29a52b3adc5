package io.github.balethon.autoconfigure.kafka;

import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.model.User;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A bot that repeats each message after a while.
 */
@EnableAutoConfiguration
@Configuration(proxyBeanMethods = false)
public class EchoBot {

	/**
	 * Runs the bot until it is ended.
	 * @param args properties
	 */
	public static void main(String[] args) {
		SpringApplication.run(EchoBot.class, args);
	}

	@Bean
	Echo echo() {
		return new Echo();
	}

	static class Echo {

		@BaleHandler
		String echo(User from, String text) {
			// Of any length, and the same in each run; one of 20 is slow.
			Random random = new Random(Objects.hash(from.id(), text));
			int millis = (random.nextInt(20) == 0) ? 500 : random.nextInt(30);
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
			return text;
		}

	}

}
