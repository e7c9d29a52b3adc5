package io.github.balethon.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetMe;
import io.github.balethon.model.ChatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;

class BlockingBaleClientTests {

	@Test
	void surfaceIsThatOfTheReactiveClient() {
		Set<String> reactive = methods(BaleClient.class).filter((method) -> method.getReturnType() == Mono.class)
			.map((method) -> signature(method, ResolvableType.forMethodReturnType(method).getGeneric()))
			.collect(Collectors.toSet());
		Set<String> blocking = methods(BlockingBaleClient.class)
			.map((method) -> signature(method, ResolvableType.forMethodReturnType(method)))
			.collect(Collectors.toSet());
		assertThat(blocking).hasSizeGreaterThan(60).isEqualTo(reactive);
	}

	@Test
	void blockingOnAnEventLoopIsRefusedAtOnceWithTheRightCall() {
		BaleClient client = new NeverAnsweringClient();
		StepVerifier
			.create(Mono.fromCallable(() -> client.blocking().execute(GetMe.of())).subscribeOn(Schedulers.parallel()))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("getMe")
				.hasMessageContaining("flatMap"));
	}

	@ParameterizedTest
	@ValueSource(classes = { BaleClient.class, BlockingBaleClient.class })
	void chatIsGivenByItsIdentifierOrByItsUsername(Class<?> type) {
		Set<String> byIdentifier = signatures(type, long.class);
		assertThat(byIdentifier).hasSizeGreaterThan(20).isEqualTo(signatures(type, ChatId.class));
	}

	private static Set<String> signatures(Class<?> type, Class<?> chatId) {
		return methods(type).filter((method) -> isForChat(method, chatId))
			.map((method) -> method.getName()
					+ Stream.of(method.getGenericParameterTypes()).skip(1).map(Object::toString).toList() + " "
					+ method.getGenericReturnType())
			.collect(Collectors.toSet());
	}

	private static boolean isForChat(Method method, Class<?> chatId) {
		return method.getParameterCount() > 0 && method.getParameterTypes()[0] == chatId;
	}

	private static Stream<Method> methods(Class<?> type) {
		return Stream.of(type.getMethods())
			.filter((method) -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
	}

	private static String signature(Method method, ResolvableType result) {
		return method.getName() + Stream.of(method.getGenericParameterTypes()).map(Object::toString).toList() + " "
				+ result;
	}

	private static final class NeverAnsweringClient implements BaleClient {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return Mono.never();
		}

		@Override
		public void close() {
		}

	}

}
