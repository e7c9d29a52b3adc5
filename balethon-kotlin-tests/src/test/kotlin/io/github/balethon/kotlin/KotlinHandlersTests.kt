package io.github.balethon.kotlin

import io.github.balethon.annotation.BaleCommand
import io.github.balethon.annotation.BaleExceptionHandler
import io.github.balethon.annotation.CommandArgs
import io.github.balethon.emulator.BaleEmulator
import io.github.balethon.handler.BaleContext
import io.github.balethon.handler.BaleFlow
import io.github.balethon.handler.InvalidHandlerException
import io.github.balethon.handler.internal.HandlerRegistry
import io.github.balethon.handler.internal.HandlerSettings
import io.github.balethon.model.User
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.reactor.awaitSingle
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.autoconfigure.EnableAutoConfiguration
import org.springframework.boot.test.context.FilteredClassLoader
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.context.annotation.AnnotationConfigApplicationContext
import org.springframework.context.annotation.Configuration
import org.springframework.context.annotation.Import
import org.springframework.core.annotation.Order
import java.time.Duration
import java.util.function.Supplier

/**
 * Tests for handlers that are suspending functions or return a [Flow].
 */
@SpringBootTest(classes = [KotlinHandlersTests.Application::class])
class KotlinHandlersTests(@Autowired private val emulator: BaleEmulator) {

	private val timeout = Duration.ofSeconds(20)

	@Test
	fun suspendingFunctionReturnsAReply() {
		assertThat(replies("/hello", 1)).containsExactly("Hello Sara")
	}

	@Test
	fun suspendingFunctionReturnsUnit() {
		assertThat(replies("/unit", 1)).containsExactly("sent")
	}

	@Test
	fun nullableArgumentMayBeMissing() {
		assertThat(replies("/add 1", 1)).containsExactly("1")
		assertThat(replies("/add 1 2", 1)).containsExactly("3")
	}

	@Test
	fun requiredArgumentIsReportedAsMissing() {
		assertThat(replies("/add", 1)).containsExactly("/add <a> [b]")
	}

	@Test
	fun flowIsSentInOrder() {
		assertThat(replies("/flow", 3)).containsExactly("1", "2", "3")
	}

	@Test
	fun flowOfASuspendingFunctionIsSentInOrder() {
		assertThat(replies("/later", 2)).containsExactly("a", "b")
	}

	@Test
	fun nextHandlerIsInvokedAfterASuspendingFunction() {
		assertThat(replies("/next", 1)).containsExactly("second")
	}

	@Test
	fun exceptionOfASuspendingFunctionReachesTheSuspendingExceptionHandler() {
		assertThat(replies("/fail", 1)).containsExactly("Failed: broken")
	}

	private fun replies(text: String, count: Int): List<String?> {
		val sara = this.emulator.person("Sara")
		sara.write(text)
		return List(count) { sara.awaitReply(this.timeout).text() }
	}

	@ParameterizedTest
	@ValueSource(classes = [SuspendingBot::class, FlowBot::class])
	fun absentCoroutinesFailTheStartup(bot: Class<*>) {
		AnnotationConfigApplicationContext().use { context ->
			context.setClassLoader(FilteredClassLoader("kotlinx.coroutines.reactor"))
			context.register(bot)
			context.registerBean(HandlerRegistry::class.java, Supplier {
				HandlerRegistry(context.beanFactory, HandlerSettings(null, true), context)
			})
			assertThatExceptionOfType(InvalidHandlerException::class.java).isThrownBy { context.refresh() }
				.withMessageContaining("${bot.simpleName}#handle")
				.withMessageContaining("requires Kotlin coroutines for Reactor")
				.satisfies({ assertThat(it.action).contains("org.jetbrains.kotlinx:kotlinx-coroutines-reactor") })
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(KotlinBot::class)
	class Application

	class KotlinBot {

		@BaleCommand("hello")
		suspend fun hello(from: User): String {
			delay(1)
			return "Hello ${from.firstName()}"
		}

		@BaleCommand("unit")
		suspend fun unit(context: BaleContext) {
			context.send("sent").awaitSingle()
		}

		@BaleCommand("add")
		suspend fun add(@CommandArgs(0) a: Long, @CommandArgs(1) b: Long?): Long {
			delay(1)
			return a + (b ?: 0)
		}

		@BaleCommand("flow")
		fun numbers(): Flow<Int> = flow {
			for (number in 1..3) {
				delay(1)
				emit(number)
			}
		}

		@BaleCommand("later")
		suspend fun letters(): Flow<String> {
			delay(1)
			return flow {
				emit("a")
				emit("b")
			}
		}

		@Order(1)
		@BaleCommand("next")
		suspend fun first(@CommandArgs words: List<String>): BaleFlow {
			delay(1)
			return if (words.isEmpty()) BaleFlow.next() else BaleFlow.stop()
		}

		@BaleCommand("next")
		fun second() = "second"

		@BaleCommand("fail")
		suspend fun fail(): String {
			delay(1)
			throw IllegalStateException("broken")
		}

		@BaleExceptionHandler
		suspend fun failed(ex: IllegalStateException): String {
			delay(1)
			return "Failed: ${ex.message}"
		}

	}

	class SuspendingBot {

		@BaleCommand("handle")
		suspend fun handle() = "never"

	}

	class FlowBot {

		@BaleCommand("handle")
		fun handle(): Flow<String> = flow { emit("never") }

	}

}
