package io.github.balethon.benchmarks.parts;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSettings;
import io.github.balethon.handler.internal.MessageTexts;
import io.github.balethon.handler.internal.UpdateHandling;
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
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.Assert;

/**
 * Cost of an answer in a dialogue: the record is read, the handler is invoked with all
 * recorded answers, and the answer and the next question are written to the record.
 * Nothing is stored or sent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DialogueReplay {

	/**
	 * Number of questions before the answer.
	 */
	@Param({ "1", "20" })
	int questions = 20;

	private final AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext();

	private final BaleClient client = BaleClient
		.builder(BaleConnection.of(URI.create("http://127.0.0.1:1"), BotToken.of("1:test")))
		.build();

	private final Conversations conversations = new Conversations(new MemoryConversationStore(10),
			ConversationScope.SENDER_IN_CHAT, Duration.ofHours(1), JsonMapper.shared(), InstantSource.system());

	private final BaleContextFactory contexts = new BaleContextFactory(() -> 1,
			new MessageTexts(new StaticMessageSource(), (any) -> Locale.ROOT), this.conversations);

	private final Update answer = update("12");

	private @Nullable HandlerRegistry registry;

	private static Update update(String text) {
		Update update = new UpdateDecoder().decode("""
				{"update_id":1,"message":{"message_id":1,"from":{"id":9,"first_name":"Sara"},"date":1,\
				"chat":{"id":9,"type":"private"},"text":"%s"}}""".formatted(text).getBytes(StandardCharsets.UTF_8))
			.update();
		Assert.state(update != null, "The update can be read");
		return update;
	}

	/**
	 * Starts a bot and answers the first questions.
	 * @throws Throwable the exception of the handler
	 */
	@Setup
	public void start() throws Throwable {
		this.application.register(Survey.class);
		this.application.registerBean(Conversations.class, () -> this.conversations);
		this.application.registerBean(HandlerRegistry.class,
				() -> new HandlerRegistry(this.application.getBeanFactory(), new HandlerSettings("my_bot", true),
						this.application));
		this.application.refresh();
		this.registry = this.application.getBean(HandlerRegistry.class);
		save(handled(update("/survey")));
		for (int question = 1; question < this.questions; question++) {
			save(handled(this.answer));
		}
	}

	private static void save(UpdateHandling handling) {
		Mono<?> saved = handling.finished(null);
		Assert.state(saved != null, "The record has changed");
		saved.block();
	}

	private UpdateHandling handled(Update update) throws Throwable {
		HandlerRegistry handlers = this.registry;
		Assert.state(handlers != null, "The bot has started");
		BaleContext context = this.contexts.create(update, this.client, false);
		UpdateHandling handling = handlers.handle(context);
		Assert.state(handling.advance(), "A handler matches");
		// The question is sent when its result is subscribed to.
		Assert.state(handling.invoke() != null, "A question is asked");
		return handling;
	}

	/**
	 * Replays the dialogue with an answer to its last question.
	 * @return the handling
	 * @throws Throwable the exception of the handler
	 */
	@Benchmark
	public UpdateHandling replay() throws Throwable {
		return handled(this.answer);
	}

	/**
	 * Stops the bot.
	 */
	@TearDown
	public void close() {
		this.application.close();
		this.client.close();
	}

	/**
	 * Texts and numbers in turn.
	 */
	static class Survey {

		@BaleCommand
		void survey(Dialogue talk) {
			for (int question = 0; question <= 20; question += 2) {
				talk.ask("question " + question);
				talk.ask("question " + (question + 1), Integer.class);
			}
		}

	}

}
