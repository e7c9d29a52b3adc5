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
 * Warns when the application's {@code @Async} methods would run on the workers of the
 * bot. Spring takes the only {@link TaskExecutor} there is for them, and that is ours
 * when an {@code Executor} of the application made Boot's step back.
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
		if (async && !configured && executors.equals(List.of(BaleDispatchAutoConfiguration.TASK_EXECUTOR))) {
			logger
				.warn("@Async methods of the application run on baleTaskExecutor, the workers of the bot, as there is "
						+ "no other TaskExecutor: set spring.task.execution.mode=force to have Boot's again");
		}
	}

}
