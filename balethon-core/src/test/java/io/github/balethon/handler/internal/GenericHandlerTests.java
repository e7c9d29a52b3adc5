package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.handler.internal.foreign.ForeignBot;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Location;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Handlers in generic base classes and interfaces.
 */
class GenericHandlerTests {

	private static final String LOCATION = "\"location\":{\"latitude\":35.7,\"longitude\":51.4}";

	@Test
	void typeVariableOfABaseClassIsResolved() {
		try (BotFixture bot = BotFixture.of(LocationBot.class, PressBot.class)) {
			assertThat(bot.handle(Updates.with(LOCATION))).containsExactly("LocationBot#on");
			assertThat(bot.handle(Updates.press("x"))).containsExactly("PressBot#on");
			assertThat(bot.bean(LocationBot.class).seen).hasExactlyElementsOfTypes(Location.class);
			assertThat(bot.bean(PressBot.class).seen).hasExactlyElementsOfTypes(CallbackQuery.class);
		}
	}

	@Test
	void typeVariableInsideOfAnotherTypeIsResolved() {
		try (BotFixture bot = BotFixture.of(WordsBot.class)) {
			assertThat(bot.answers(Updates.text("/sum 1 2 3"))).containsExactly("6");
			assertThat(bot.answers(Updates.text("/one 5"))).containsExactly("Optional[5]");
			assertThat(bot.answers(Updates.text("/one"))).containsExactly("Optional.empty");
			assertThat(bot.answers(Updates.text("/double 4"))).containsExactly("8");
			assertThat(bot.answers(Updates.text("/double x"))).containsExactly("/double <number>");
		}
	}

	@Test
	void returnTypeOfAGenericBaseClassIsResolved() {
		try (BotFixture bot = BotFixture.of(FutureBot.class)) {
			UpdateHandling handling = bot.bean(HandlerRegistry.class).handle(bot.contextOf(Updates.text("x")));
			assertThat(handling.advance()).isTrue();
			assertThat(handling.handler().isAsynchronous()).isTrue();
		}
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> BotFixture.of(ObjectBot.class))
			.withMessageContaining("ObjectBot#get returns unsupported type java.lang.Thread");
	}

	@Test
	void exceptionTypeOfAGenericBaseClassIsResolved() {
		try (BotFixture bot = BotFixture.of(StateErrors.class, ArgumentErrors.class)) {
			assertThat(bot.answers(Updates.text("/state"))).containsExactly("StateErrors: state");
			assertThat(bot.answers(Updates.text("/argument"))).containsExactly("ArgumentErrors: argument");
			assertThatIllegalStateException().isThrownBy(() -> bot.answers(Updates.text("/other")))
				.withMessage("other");
		}
	}

	@Test
	void overriddenMethodOfAGenericTypeIsOneHandler() {
		try (BotFixture bot = BotFixture.of(OverridingBot.class)) {
			assertThat(bot.handle(Updates.with(LOCATION))).containsExactly("OverridingBot#on");
			assertThat(bot.bean(OverridingBot.class).seen).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { ImplementingBot.class, ExtendingBot.class })
	void annotationsOfParametersAreInherited(Class<?> bean) {
		try (BotFixture bot = BotFixture.of(bean)) {
			assertThat(bot.answers(Updates.text("/add 1 2"))).containsExactly("3");
			assertThat(bot.answers(Updates.text("/add 1"))).containsExactly("1");
			assertThat(bot.answers(Updates.press("buy:7"))).containsExactly("7");
		}
	}

	@Test
	void interfaceThatOnlyASubclassImplementsFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class)
			.isThrownBy(() -> BotFixture.of(LateImplementingBot.class))
			.withMessageContaining("LateImplementingBot#add of bean")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Override the method in LateImplementingBot"));
	}

	@Test
	void methodOfAnInterfaceIsFoundInASuperclass() {
		try (BotFixture bot = BotFixture.of(LateBot.class)) {
			assertThat(bot.answers(Updates.text("/echo 7"))).containsExactly("7");
			assertThat(bot.answers(Updates.text("/fail"))).containsExactly("failed");
			assertThat(bot.handle(Updates.text("/echo 7"))).containsExactly("LateBot#echo");
		}
	}

	abstract static class PartBot<T> {

		final List<Object> seen = new ArrayList<>();

		@BaleHandler
		void on(T part) {
			this.seen.add(part);
		}

	}

	static class LocationBot extends PartBot<Location> {

	}

	static class PressBot extends PartBot<CallbackQuery> {

	}

	abstract static class GenericWords<N> {

		@BaleCommand
		abstract long sum(@CommandArgs List<N> numbers);

		@BaleCommand
		String one(@CommandArgs(0) Optional<N> number) {
			return number.map((value) -> Optional.of(value).toString()).orElse("Optional.empty");
		}

		@BaleCommand("double")
		long twice(@CommandArgs(0) N number) {
			return 2 * ((Number) number).longValue();
		}

	}

	static class WordsBot extends GenericWords<Integer> {

		@Override
		long sum(List<Integer> numbers) {
			return numbers.stream().mapToInt(Integer::intValue).sum();
		}

	}

	static class FutureBot extends HoldingBot<CompletableFuture<String>> {

	}

	abstract static class HoldingBot<R> {

		@BaleHandler
		R get() {
			throw new IllegalStateException();
		}

	}

	static class ObjectBot extends HoldingBot<Thread> {

	}

	abstract static class Errors<E extends Exception> {

		@BaleExceptionHandler
		String error(E ex) {
			return getClass().getSimpleName() + ": " + ex.getMessage();
		}

	}

	static class StateErrors extends Errors<IllegalStateException> {

		@BaleCommand
		void state() {
			throw new IllegalStateException("state");
		}

	}

	static class ArgumentErrors extends Errors<IllegalArgumentException> {

		@BaleCommand
		void argument() {
			throw new IllegalArgumentException("argument");
		}

		@BaleCommand
		void other() {
			throw new IllegalStateException("other");
		}

	}

	interface Receiver<T> {

		@BaleHandler
		void on(T part);

	}

	static class OverridingBot implements Receiver<Location> {

		private int seen;

		@Override
		public void on(Location part) {
			this.seen++;
		}

	}

	interface Shop<N extends Number> {

		@BaleCommand
		long add(@CommandArgs(0) N one, @CommandArgs(1) @Nullable N two);

		@BaleCallback("buy:{id}")
		String buy(@Capture("id") long number);

	}

	static class ImplementingBot implements Shop<Integer> {

		@Override
		public long add(Integer one, @Nullable Integer two) {
			return one + ((two != null) ? two : 0);
		}

		@Override
		public String buy(long number) {
			return String.valueOf(number);
		}

	}

	abstract static class AbstractShop {

		@BaleCommand
		abstract long add(@CommandArgs(0) int one, @CommandArgs(1) @Nullable Integer two);

		@BaleCallback("buy:{id}")
		protected abstract String buy(@Capture("id") long number);

	}

	static class ExtendingBot extends AbstractShop {

		@Override
		long add(int one, Integer two) {
			return one + ((two != null) ? two : 0);
		}

		@Override
		protected String buy(long number) {
			return String.valueOf(number);
		}

	}

	static class LateImplementingBot extends ForeignBot.Adder implements Shop<Integer> {

	}

	interface Echo {

		@BaleCommand
		String echo(@CommandArgs(0) int number);

		@BaleCommand
		void fail();

		@BaleExceptionHandler
		String failed(IllegalStateException ex);

	}

	interface SameEcho {

		@BaleCommand
		String echo(@CommandArgs(0) int number);

	}

	public static class EchoBase {

		public String echo(int number) {
			return String.valueOf(number);
		}

		public void fail() {
			throw new IllegalStateException("expected by this test");
		}

		public String failed(IllegalStateException ex) {
			return "failed";
		}

	}

	public static class LateBase extends EchoBase {

	}

	static class LateBot extends LateBase implements Echo, SameEcho {

	}

}
