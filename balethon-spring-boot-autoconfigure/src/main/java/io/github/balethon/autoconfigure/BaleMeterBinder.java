package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.dispatch.DispatchStatistics;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.inbox.InboxStatus;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.Webhook;
import io.github.balethon.source.WebhookResponse;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/**
 * Registers {@link BaleMeters}. Their values are read from existing counters when the
 * registry is scraped.
 */
final class BaleMeterBinder implements MeterBinder {

	private final Dispatcher dispatcher;

	private final InboxStatus inbox;

	private final @Nullable UpdateSource source;

	private final Executor executor;

	private final @Nullable CallbackCodec callbacks;

	BaleMeterBinder(Dispatcher dispatcher, InboxStatus inbox, @Nullable UpdateSource source, Executor executor,
			@Nullable CallbackCodec callbacks) {
		this.dispatcher = dispatcher;
		this.inbox = inbox;
		this.source = source;
		this.executor = executor;
		this.callbacks = callbacks;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		DispatchStatistics statistics = this.dispatcher.statistics();
		counter(registry, BaleMeters.RECEIVED, statistics, DispatchStatistics::received);
		KeyValue[] results = { BaleMeters.Tags.RESULT.withValue("handled"),
				BaleMeters.Tags.RESULT.withValue("unmatched"), BaleMeters.Tags.RESULT.withValue("failed"),
				BaleMeters.Tags.RESULT.withValue("cancelled") };
		counter(registry, BaleMeters.FINISHED, statistics, DispatchStatistics::handled, results[0]);
		counter(registry, BaleMeters.FINISHED, statistics, DispatchStatistics::unmatched, results[1]);
		counter(registry, BaleMeters.FINISHED, statistics, DispatchStatistics::failed, results[2]);
		counter(registry, BaleMeters.FINISHED, statistics, DispatchStatistics::cancelled, results[3]);
		counter(registry, BaleMeters.DISCARDED, this.inbox, InboxStatus::duplicates,
				BaleMeters.Tags.REASON.withValue("duplicate"));
		counter(registry, BaleMeters.DISCARDED, this.inbox, InboxStatus::undecodable,
				BaleMeters.Tags.REASON.withValue("undecodable"));
		counter(registry, BaleMeters.DISCARDED, statistics, DispatchStatistics::stale,
				BaleMeters.Tags.REASON.withValue("stale"));
		counter(registry, BaleMeters.RETRIED, statistics, DispatchStatistics::retried);
		if (this.callbacks != null) {
			for (Reason reason : Reason.values()) {
				counter(registry, BaleMeters.CALLBACKS_REJECTED, this.callbacks, (codec) -> codec.rejected(reason),
						BaleMeters.Tags.CALLBACK_REASON.withValue(reason.name().toLowerCase(Locale.ROOT)));
			}
		}
		FunctionTimer
			.builder(BaleMeters.WAIT.getName(), statistics, DispatchStatistics::started,
					(live) -> live.waited().toNanos(), TimeUnit.NANOSECONDS)
			.description(BaleMeters.WAIT.getDescription())
			.register(registry);
		gauge(registry, BaleMeters.WAITING, statistics, DispatchStatistics::waiting);
		gauge(registry, BaleMeters.IN_FLIGHT, this.dispatcher, Dispatcher::inFlight);
		gauge(registry, BaleMeters.UNFINISHED, this.inbox, InboxStatus::unfinished);
		gauge(registry, BaleMeters.OVERDUE, this.dispatcher, Dispatcher::overdue);
		gauge(registry, BaleMeters.LANES, this.dispatcher, Dispatcher::lanes);
		gauge(registry, BaleMeters.WORKERS_ACTIVE, this.dispatcher, Dispatcher::activeWorkers);
		gauge(registry, BaleMeters.WORKERS_MAX, this, BaleMeterBinder::maxWorkers);
		gauge(registry, BaleMeters.CALLS_IN_FLIGHT, this.dispatcher, Dispatcher::callsInFlight);
		if (this.source != null) {
			gauge(registry, BaleMeters.SOURCE_AGE, this.source, BaleMeterBinder::age);
		}
		if (this.source instanceof Webhook webhook) {
			for (WebhookResponse response : WebhookResponse.values()) {
				counter(registry, BaleMeters.WEBHOOK_REQUESTS, webhook.endpoint(), (live) -> live.responses(response),
						BaleMeters.Tags.RESPONSE.withValue(response.name().toLowerCase(Locale.ROOT)));
			}
		}
	}

	private int maxWorkers() {
		return WorkerLimit.of(this.executor, this.dispatcher.settings().maxWorkers());
	}

	private static double age(UpdateSource source) {
		Duration age = source.status().lastContactAge();
		return (age != null) ? age.toMillis() / 1000.0 : Double.NaN;
	}

	private static <T> void gauge(MeterRegistry registry, BaleMeters meter, T source, ToDoubleFunction<T> value) {
		Gauge.builder(meter.getName(), source, value)
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit())
			.register(registry);
	}

	private static <T> void counter(MeterRegistry registry, BaleMeters meter, T source, ToDoubleFunction<T> value,
			KeyValue... tags) {
		FunctionCounter.Builder<T> builder = FunctionCounter.builder(meter.getName(), source, value)
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit());
		for (KeyValue tag : tags) {
			builder.tag(tag.getKey(), tag.getValue());
		}
		builder.register(registry);
	}

}
