package io.github.balethon.autoconfigure.kafka;

import io.github.balethon.inbox.kafka.KafkaInboxException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Failure analyzer for topics or a consumer group that the inbox cannot use.
 */
final class KafkaInboxFailureAnalyzer extends AbstractFailureAnalyzer<KafkaInboxException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KafkaInboxException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.getAction(), cause);
	}

}
