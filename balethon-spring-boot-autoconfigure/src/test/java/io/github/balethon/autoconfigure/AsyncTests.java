package io.github.balethon.autoconfigure;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code @Async} methods of the application run on the same executor as without a bot,
 * and handlers on the workers of the bot.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class AsyncTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	private final ApplicationContextRunner withoutBot = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class));

	@Test
	void withoutEnableAsync() {
		assertExecutorsAreSeparate(NoAsync.class);
	}

	@Test
	void withEnableAsync() {
		assertExecutorsAreSeparate(PlainAsync.class);
	}

	@Test
	void withEnableAsyncForAnAnnotationOfTheApplication() {
		assertExecutorsAreSeparate(CustomAsync.class);
	}

	@Test
	void asyncMethodsThatRunOnTheWorkersOfTheBotAreReportedAtTheStart(CapturedOutput output) {
		Bots.on(this.emulator).withUserConfiguration(AsyncWithPlainExecutor.class, Services.class).run((context) -> {
			assertThat(context.getBean(Service.class).async().join()).startsWith("bale-");
			assertThat(output).contains("set spring.task.execution.mode=force to restore the one of Spring Boot");
		});
		Bots.on(this.emulator)
			.withUserConfiguration(AsyncWithPlainExecutor.class, Services.class)
			.withPropertyValues("spring.task.execution.mode=force")
			.run((context) -> assertThat(context.getBean(Service.class).async().join()).startsWith("task-"));
		assertThat(output.toString().split("run on the workers of the bot", -1)).hasSize(2);
	}

	private void assertExecutorsAreSeparate(Class<?> configuration) {
		String[] alone = new String[2];
		this.withoutBot.withUserConfiguration(configuration, Services.class).run((context) -> {
			alone[0] = context.getBean(Service.class).async().join();
			alone[1] = context.getBean(Service.class).ownAsync().join();
		});
		Bots.on(this.emulator)
			.withUserConfiguration(configuration, Services.class)
			.withBean(ThreadBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+");
				assertThat(context.getBean(ThreadBot.class).threads).hasSize(1);
				assertThat(pool(context.getBean(Service.class).async().join())).isEqualTo(pool(alone[0]));
				assertThat(pool(context.getBean(Service.class).ownAsync().join())).isEqualTo(pool(alone[1]));
			});
	}

	private static String pool(String thread) {
		return thread.replaceAll("\\d+$", "");
	}

	static class ThreadBot {

		private final Queue<String> threads = new ConcurrentLinkedQueue<>();

		@BaleHandler
		String handle() {
			String name = Thread.currentThread().getName();
			this.threads.add(name);
			return name;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NoAsync {

	}

	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class PlainAsync {

	}

	@EnableAsync(annotation = OwnAsync.class)
	@Configuration(proxyBeanMethods = false)
	static class CustomAsync {

	}

	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class AsyncWithPlainExecutor {

		@Bean(destroyMethod = "shutdownNow")
		Executor applicationExecutor() {
			return Executors.newSingleThreadExecutor();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Services {

		@Bean
		Service service() {
			return new Service();
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface OwnAsync {

	}

	static class Service {

		@Async
		CompletableFuture<String> async() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

		@OwnAsync
		CompletableFuture<String> ownAsync() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

}
