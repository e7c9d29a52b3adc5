package io.github.balethon.autoconfigure;

import io.github.balethon.inbox.jdbc.InboxTableMissingException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for missing tables of the inbox.
 */
final class InboxTableMissingFailureAnalyzer extends AbstractFailureAnalyzer<InboxTableMissingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InboxTableMissingException cause) {
		String script = cause.getDialect().schemaLocation();
		return new FailureAnalysis(cause.getMessage() + ".", """
				Do one of these:

				    - Set 'bale.inbox.initialize-schema' to 'always' to create the tables on start.
				    - Copy the script 'classpath:%s' to a migration of Flyway or Liquibase.
				    - Set 'bale.inbox.store' to 'memory', with which a crash loses updates in progress."""
			.formatted(script), cause);
	}

}
