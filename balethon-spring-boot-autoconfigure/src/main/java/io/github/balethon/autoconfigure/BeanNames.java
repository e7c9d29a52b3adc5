package io.github.balethon.autoconfigure;

/**
 * Names of beans that are referred to by name: a bean of the application with the same
 * name replaces them, and additional beans of their types do not.
 */
final class BeanNames {

	static final String CONNECTION_DETAILS = "baleConnectionDetails";

	static final String CLIENT = "baleClient";

	static final String BLOCKING_CLIENT = "blockingBaleClient";

	static final String CLIENT_BUILDER = "baleClientBuilder";

	static final String UPDATES_CLIENT = "baleUpdatesClient";

	static final String TASK_EXECUTOR = "baleTaskExecutor";

	// Of tests, which advance it.
	static final String CLOCK = "baleClock";

	private BeanNames() {
	}

}
