package io.github.balethon.autoconfigure;

import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Logs a warning if {@code @Async} methods of the application would run on the workers of
 * the bot. Spring uses the only {@link TaskExecutor} for them, which is that of the bot
 * if an {@code Executor} of the application makes the one of Spring Boot back off.
 */
final class AsyncExecutorCheck implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(AsyncExecutorCheck.class);

	private final ConfigurableListableBeanFactory beanFactory;

	AsyncExecutorCheck(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterSingletonsInstantiated() {
		boolean async = this.beanFactory.containsBean(TaskManagementConfigUtils.ASYNC_ANNOTATION_PROCESSOR_BEAN_NAME);
		boolean configured = this.beanFactory.getBeanNamesForType(AsyncConfigurer.class, true, false).length > 0;
		List<String> executors = List.of(this.beanFactory.getBeanNamesForType(TaskExecutor.class, true, false));
		if (async && !configured && executors.equals(List.of(BeanNames.TASK_EXECUTOR))) {
			logger
				.warn("@Async methods of the application run on the workers of the bot (baleTaskExecutor), because there "
						+ "is no other TaskExecutor: set spring.task.execution.mode=force to restore the one of Spring Boot");
		}
	}

}
