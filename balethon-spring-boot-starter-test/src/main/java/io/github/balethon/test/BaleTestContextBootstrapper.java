package io.github.balethon.test;

import java.util.Arrays;
import java.util.stream.Stream;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.TestContextBootstrapper;

/**
 * {@link TestContextBootstrapper} for {@link BaleTest @BaleTest}.
 */
final class BaleTestContextBootstrapper extends TestSliceTestContextBootstrapper<BaleTest> {

	// The application may require a database, which the slice does not have.
	private static final String[] WITHOUT_WEB_AND_DATABASE = { "spring.main.web-application-type=none",
			"bale.inbox.store=memory", "bale.conversation.store=memory" };

	@Override
	protected String[] getProperties(Class<?> testClass) {
		Stream<String> declared = Stream.ofNullable(super.getProperties(testClass)).flatMap(Arrays::stream);
		return Stream.concat(Arrays.stream(WITHOUT_WEB_AND_DATABASE), declared).toArray(String[]::new);
	}

}
