package io.github.balethon.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.GetMe;
import org.junit.jupiter.api.Test;
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
		assertThat(blocking).hasSizeGreaterThan(8).isEqualTo(reactive);
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

	private static Stream<Method> methods(Class<?> type) {
		return Stream.of(type.getDeclaredMethods())
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
