package io.github.balethon.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.client.BotToken;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleReturnValueHandler;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.format.Formatter;
import org.springframework.format.support.DefaultFormattingConversionService;

/**
 * Beans of an application in place of the starter's own, which {@link Trouble} makes
 * throw.
 */
final class ReplacedParts {

	private ReplacedParts() {
	}

	/**
	 * Where a part of the application is called.
	 */
	enum Place {

		EACH_OPERATOR("plain", false, false), OPERATOR_OF_CALL("plain", false, false), SCHEDULE("later", false, false),
		ERROR_DROPPED("dropped", false, false), EXECUTOR("plain", true, false), CONVERTER("/convert 1", false, true),
		CAPTURE_CONVERTER("capture 1", false, true), FORMATTER("/format 1", false, true),
		CAPTURE_FORMATTER("formatted 1", false, true), RETURN_TYPE("special", false, false),
		TOKEN("plain", false, false), INBOX_CLAIM("plain", true, false), INBOX_AWAIT_ROOM("plain", true, false),
		INBOX_APPEND("plain", true, false), INBOX_BEGIN("plain", false, false),
		INBOX_ACKNOWLEDGE("plain", false, false), INBOX_RETRY("fails", false, false),
		INBOX_REJECT("fails", false, false);

		private final String text;

		private final boolean pausing;

		private final boolean silent;

		Place(String text, boolean pausing, boolean silent) {
			this.text = text;
			this.pausing = pausing;
			this.silent = silent;
		}

		// Which an executor of the application throws when it has no room.
		List<Throwable> errors() {
			return (this != EXECUTOR) ? Trouble.ERRORS
					: Stream
						.concat(Trouble.ERRORS.stream(),
								Stream.of(new RejectedExecutionException("expected by this test")))
						.toList();
		}

		String text() {
			return this.text;
		}

		boolean isPausing() {
			return this.pausing;
		}

		boolean isSilent() {
			return this.silent;
		}

	}

	/**
	 * Hands over entries whose acknowledgment fails.
	 *
	 * @param receiver the receiver of the bot
	 * @param trouble what fails
	 */
	record Handover(InboxReceiver receiver, Trouble trouble) implements InboxReceiver {

		@Override
		public void accept(List<InboxEntry> entries) {
			this.receiver.accept(entries.stream().map(this::failing).toList());
		}

		private InboxEntry failing(InboxEntry entry) {
			InboxEntry.Acknowledgment acknowledgment = Parts.failing(InboxEntry.Acknowledgment.class,
					entry.acknowledgment(), this.trouble, UnaryOperator.identity());
			return new InboxEntry(entry.position(), entry.update(), entry.payload(), entry.route(), entry.redelivered(),
					entry.attempts(), entry.receivedNanos(), acknowledgment);
		}

		@Override
		public List<InboxEntry> recall() {
			return this.receiver.recall();
		}

		@Override
		public Route route(Update update) {
			return this.receiver.route(update);
		}

	}

	/**
	 * A value that only the application can read and send.
	 *
	 * @param text the text
	 */
	record Special(String text) {

	}

	/**
	 * A value that only a formatter of the application can parse.
	 *
	 * @param text the text
	 */
	record Formatted(String text) {

	}

	@Configuration(proxyBeanMethods = false)
	static class Parts {

		private static final Map<String, Place> INBOX = Map.of("claim", Place.INBOX_CLAIM, "awaitRoom",
				Place.INBOX_AWAIT_ROOM, "append", Place.INBOX_APPEND, "begin", Place.INBOX_BEGIN, "acknowledge",
				Place.INBOX_ACKNOWLEDGE, "countFailedAttempt", Place.INBOX_RETRY, "reject", Place.INBOX_REJECT);

		@Bean
		static BeanPostProcessor inboxes(Trouble trouble) {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof Inbox inbox) ? failing(inbox, trouble) : bean;
				}

			};
		}

		private static Inbox failing(Inbox inbox, Trouble trouble) {
			return failing(Inbox.class, inbox, trouble, (argument) -> (argument instanceof InboxReceiver receiver)
					? new Handover(receiver, trouble) : argument);
		}

		private static <T> T failing(Class<T> type, T target, Trouble trouble, UnaryOperator<Object> arguments) {
			return type
				.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, given) -> {
					Place place = INBOX.get(method.getName());
					if (place != null) {
						trouble.at(place);
					}
					try {
						return method.invoke(target,
								(given != null) ? Stream.of(given).map(arguments).toArray() : null);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				}));
		}

		@Bean
		Executor baleTaskExecutor(Trouble trouble) {
			SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("worker-");
			return (task) -> {
				trouble.at(Place.EXECUTOR);
				threads.execute(task);
			};
		}

		@Bean
		BaleConnectionDetails connection(Trouble trouble, BaleProperties properties) {
			BotToken token = BotToken.of(String.valueOf(properties.token()));
			URI baseUrl = properties.baseUrl();
			return new BaleConnectionDetails() {

				@Override
				public URI baseUrl() {
					return baseUrl;
				}

				@Override
				public BotToken token() {
					trouble.atWorker(Place.TOKEN);
					return token;
				}

			};
		}

		@Bean
		ConversionService conversionService(Trouble trouble) {
			DefaultFormattingConversionService service = new DefaultFormattingConversionService();
			service.addConverter(new Converter<String, Special>() {

				@Override
				public Special convert(String text) {
					trouble.at(Place.CONVERTER);
					trouble.at(Place.CAPTURE_CONVERTER);
					return new Special(text);
				}

			});
			service.addFormatter(new Formatter<Formatted>() {

				@Override
				public Formatted parse(String text, Locale locale) {
					trouble.at(Place.FORMATTER);
					trouble.at(Place.CAPTURE_FORMATTER);
					return new Formatted(text);
				}

				@Override
				public String print(Formatted formatted, Locale locale) {
					return formatted.text();
				}

			});
			return service;
		}

		@Bean
		BaleReturnValueHandler returnValues(Trouble trouble) {
			return new BaleReturnValueHandler() {

				@Override
				public boolean supportsReturnType(ResolvableType type) {
					trouble.at(Place.RETURN_TYPE);
					return type.toClass() == Special.class;
				}

				@Override
				public Mono<?> handleReturnValue(Object value, BaleContext context) {
					return context.reply(((Special) value).text());
				}

			};
		}

	}

	static class Bot {

		@BaleCommand("convert")
		String convert(@CommandArgs Special special) {
			return special.text();
		}

		@BaleText(regex = "^capture (?<value>.+)$")
		String capture(@Capture("value") Special special) {
			return special.text();
		}

		@BaleCommand("format")
		String format(@CommandArgs Formatted formatted) {
			return formatted.text();
		}

		@BaleText(regex = "^formatted (?<value>.+)$")
		String formatted(@Capture("value") Formatted formatted) {
			return formatted.text();
		}

		@BaleText("special")
		Special special() {
			return new Special("special");
		}

		@BaleText("later")
		Mono<String> later() {
			return Mono.delay(Duration.ofMillis(1)).thenReturn("later");
		}

		@BaleText("dropped")
		Mono<String> dropped() {
			return Mono.from((subscriber) -> {
				subscriber.onSubscribe(Operators.emptySubscription());
				subscriber.onNext("dropped");
				subscriber.onError(new IllegalStateException("expected by this test"));
			});
		}

		@BaleText("fails")
		void fails() {
			throw new UnsupportedOperationException("expected by this test");
		}

		@BaleExceptionHandler(IllegalArgumentException.class)
		String neverInvoked() {
			return "unexpected";
		}

		@BaleText({ "plain", "after", "other" })
		String echo(String text) {
			return text;
		}

	}

}
