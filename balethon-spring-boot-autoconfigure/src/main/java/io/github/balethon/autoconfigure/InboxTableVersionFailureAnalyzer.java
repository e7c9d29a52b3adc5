package io.github.balethon.autoconfigure;

import io.github.balethon.inbox.jdbc.InboxTableVersionException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for tables of the inbox that another version created.
 */
final class InboxTableVersionFailureAnalyzer extends AbstractFailureAnalyzer<InboxTableVersionException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InboxTableVersionException cause) {
		String script = cause.getDialect().schemaLocation();
		return new FailureAnalysis(cause.getMessage() + ".",
				"""
						The script of this version, 'classpath:%s', does not change existing tables. Do one of these:

						    - Change the table by a migration, so that its columns are those of the script.
						    - Start the version of the bot that created the tables.
						    - If no updates are unfinished, drop 'bale_inbox' and 'bale_poller', and create them with the script \
						or with 'bale.inbox.initialize-schema' set to 'always'."""
					.formatted(script),
				cause);
	}

}
