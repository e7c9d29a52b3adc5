package io.github.balethon.benchmarks.parts;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.Assert;

/**
 * Cost of the selection of a handler among 200, including arguments and conversion.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HandlerChoice {

	private static final String MESSAGE = """
			{"update_id":1,"message":{"message_id":1,"from":{"id":%d,"first_name":"Sara"},"date":1,\
			"chat":{"id":9,"type":"private"},"text":"%s"}}""";

	private static final String PRESS = """
			{"update_id":1,"callback_query":{"id":"2","from":{"id":9,"first_name":"Sara"},"data":"%s"}}""";

	private static final Map<String, String> UPDATES = Map.of("command", MESSAGE.formatted(9, "/command7 now"),
			"firstTemplate", PRESS.formatted("template000:5"), "lastTemplate", PRESS.formatted("template049:5"),
			"regex", MESSAGE.formatted(9, "regex49 5"), "sender", MESSAGE.formatted(50, "no command and no expression"),
			"fallback", MESSAGE.formatted(999, "no command and no expression"));

	/**
	 * Which handler is meant.
	 */
	@Param({ "command", "firstTemplate", "lastTemplate", "regex", "sender", "fallback" })
	String meant = "command";

	private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

	private final BaleClient client = BaleClient
		.builder(BaleConnection.of(URI.create("http://127.0.0.1:1"), BotToken.of("1:test")))
		.build();

	private @Nullable HandlerRegistry registry;

	private @Nullable BaleContext context;

	/**
	 * Starts a bot.
	 * @throws IOException if its source cannot be written
	 * @throws ClassNotFoundException if it was not compiled
	 */
	@Setup
	public void start() throws IOException, ClassNotFoundException {
		this.application.register(ManyHandlers.compile(200));
		this.application.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(this.application.getBeanFactory(), new HandlerSettings("my_bot", true),
						this.application));
		this.application.refresh();
		this.registry = this.application.getBean(HandlerRegistry.class);
		Update update = new UpdateDecoder()
			.decode(UPDATES.getOrDefault(this.meant, "").getBytes(StandardCharsets.UTF_8))
			.update();
		Assert.state(update != null, "The update can be read");
		this.context = new BaleContextFactory(() -> 1,
				new MessageTexts(new StaticMessageSource(), (any) -> Locale.ROOT))
			.create(update, this.client, false);
		Assert.state(choose(), "A handler is meant");
	}

	/**
	 * Chooses a handler.
	 * @return whether one was found
	 */
	@Benchmark
	public boolean choose() {
		HandlerRegistry handlers = this.registry;
		BaleContext update = this.context;
		Assert.state(handlers != null && update != null, "The bot has started");
		return handlers.handle(update).advance();
	}

	/**
	 * Ends the bot.
	 */
	@TearDown
	public void close() {
		this.application.close();
		this.client.close();
	}

}
