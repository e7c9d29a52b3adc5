package io.github.balethon.autoconfigure;

import io.github.balethon.inbox.InboxTableMissingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says how the inbox gets its tables.
 */
final class InboxTableMissingFailureAnalyzer extends AbstractFailureAnalyzer<InboxTableMissingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InboxTableMissingException cause) {
		String script = cause.getDialect().schemaLocation();
		return new FailureAnalysis(cause.getMessage() + ".", """
				Do one of these:

				    - Set 'bale.inbox.initialize-schema' to 'always', and the bot makes its tables itself.
				    - Copy the script 'classpath:%s' into a migration of Flyway or Liquibase.
				    - Set 'bale.inbox.store' to 'memory', with which a crash loses the updates in hand."""
			.formatted(script), cause);
	}

}
