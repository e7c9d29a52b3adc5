package io.github.balethon.autoconfigure;

import io.github.balethon.source.WebhookEndpoint;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.transport.RequestReplyReceiverContext;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Masks the key of the webhook in observations of web requests, whose traces contain the
 * path.
 */
final class WebhookObservationFilter implements ObservationFilter {

	private final ObjectProvider<WebhookEndpoint> endpoint;

	/**
	 * Creates a filter.
	 * @param endpoint the endpoint, which is not created before there is a request
	 */
	WebhookObservationFilter(ObjectProvider<WebhookEndpoint> endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	public Observation.Context map(Observation.Context context) {
		if (context instanceof RequestReplyReceiverContext<?, ?>) {
			this.endpoint.ifAvailable((webhook) -> mask(context, webhook));
		}
		return context;
	}

	private static void mask(Observation.Context context, WebhookEndpoint webhook) {
		for (KeyValue value : context.getHighCardinalityKeyValues()) {
			if (value.getValue().contains(webhook.path())) {
				context.addHighCardinalityKeyValue(KeyValue.of(value.getKey(), webhook.mask(value.getValue())));
			}
		}
	}

}
