package io.github.balethon.autoconfigure;

import java.util.List;
import java.util.Optional;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.Advised;
import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.DecoratingProxy;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Hints that ahead-of-time processing registers for a native image.
 */
class RuntimeHintsTests {

	@ParameterizedTest
	@ValueSource(strings = { "composed", "plain", "inherited", "failed" })
	void handlersCanBeInvoked(String method) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(method.equals("inherited") ? Base.class : Bot.class, method))
			.accepts(process(Bot.class));
	}

	@Test
	void argumentTypesCanBeConvertedFromText() {
		RuntimeHints hints = process(Bot.class);
		for (Class<?> type : List.of(Size.class, Colour.class, Fruit.class, Shape.class)) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(type)
				.withMemberCategories(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS, MemberCategory.INVOKE_PUBLIC_METHODS))
				.as(type.getSimpleName())
				.accepts(hints);
		}
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(BaleContext.class)
			.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("io.github.balethon.handler.internal.DefaultBaleContext"))
			.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)).accepts(hints);
	}

	@Test
	void callbackAndConversationDataCanBeReadAndWritten() {
		RuntimeHints hints = process(Bot.class);
		for (Class<?> type : List.of(Buy.class, Checkout.class)) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onType(type)
				.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
						MemberCategory.INVOKE_DECLARED_METHODS))
				.as(type.getSimpleName())
				.accepts(hints);
		}
	}

	@Test
	void beanWithoutHandlersHasNoHints() {
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(NoBot.class, "say"))
			.rejects(process(NoBot.class));
	}

	@Test
	void everyTypeOfBalesJsonIsRegistered() {
		RuntimeHints hints = new RuntimeHints();
		new BaleRuntimeHints().registerHints(hints, getClass().getClassLoader());
		for (Class<?> part : List.of(Update.class, SendMessage.class)) {
			List<String> names = classNames(part);
			assertThat(names).hasSizeGreaterThan(40)
				.allSatisfy((name) -> assertThat(RuntimeHintsPredicates.reflection()
					.onType(TypeReference.of(name))
					.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
							MemberCategory.INVOKE_DECLARED_METHODS, MemberCategory.ACCESS_DECLARED_FIELDS))
					.as(name)
					.accepts(hints));
		}
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of("io.github.balethon.client.Envelope")))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection().onType(BaleClient.class)).rejects(hints);
		assertThat(RuntimeHintsPredicates.proxies()
			.forInterfaces(TypeReference.of("io.github.balethon.dispatch.Workers$Worker"),
					TypeReference.of(SpringProxy.class), TypeReference.of(Advised.class),
					TypeReference.of(DecoratingProxy.class)))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/balethon/inbox/jdbc/schema-h2.sql"))
			.accepts(hints);
	}

	@Test
	void hintsAreRegisteredInAotFactories() {
		RuntimeHints hints = process(NoBot.class);
		assertThat(RuntimeHintsPredicates.reflection().onType(Update.class)).accepts(hints);
	}

	private static List<String> classNames(Class<?> part) {
		return new ClassFileImporter().importPackagesOf(part)
			.stream()
			.map(JavaClass::getName)
			.filter((name) -> !name.endsWith("package-info"))
			.toList();
	}

	private static RuntimeHints process(Class<?> bean) {
		GenericApplicationContext context = new GenericApplicationContext();
		context.registerBean(bean);
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(RuntimeHintsTests.class)), new InMemoryGeneratedFiles());
		new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		generation.writeGeneratedContent();
		return generation.getRuntimeHints();
	}

	static class Base {

		@BaleHandler
		void inherited(String text) {
		}

	}

	static class Bot extends Base {

		@BaleCommand("composed")
		String composed(@CommandArgs(0) Size size, @CommandArgs(1) Optional<Colour> colour) {
			return "";
		}

		@BaleHandler
		void plain(List<Fruit> fruits, Shape[] shapes) {
		}

		@BaleCallback
		void buy(Buy buy, Conversation<Checkout> conversation) {
		}

		@BaleExceptionHandler
		String failed(IllegalStateException ex) {
			return "";
		}

	}

	static class NoBot {

		void say() {
		}

	}

	@CallbackData("buy")
	record Buy(long product) {

	}

	record Checkout(String address) {

	}

	enum Size {

		SMALL, LARGE

	}

	record Colour(String name) {

	}

	record Fruit(String name) {

	}

	record Shape(String name) {

	}

}
