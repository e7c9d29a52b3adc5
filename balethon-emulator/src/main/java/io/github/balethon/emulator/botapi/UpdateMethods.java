package io.github.balethon.emulator.botapi;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.github.balethon.emulator.botapi.BotMethods.Invocation;
import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.UpdateQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Methods for receiving updates, with polling or a webhook.
 */
final class UpdateMethods implements MethodGroup, BotState {

	private static final int MOST_PER_ANSWER = 100;

	/** Maximum timeout of a long poll. */
	private static final long LONGEST_POLL_SECONDS = 3600;

	private final UpdateQueue updates;

	private final InjectedFaults faults;

	private final Quirks quirks;

	private final WebhookDelivery webhook;

	UpdateMethods(UpdateQueue updates, WebhookDelivery webhook, InjectedFaults faults, Quirks quirks) {
		this.updates = updates;
		this.webhook = webhook;
		this.faults = faults;
		this.quirks = quirks;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add(BotMethods.GET_UPDATES, Set.of("offset", "limit", "timeout"), this::getUpdates);
		methods.add("setWebhook", this::setWebhook, "url");
		methods.add("deleteWebhook", this::deleteWebhook);
		methods.add("getWebhookInfo", this::getWebhookInfo);
	}

	@Override
	public void save(ObjectNode json) {
		json.put("webhook", this.webhook.url());
	}

	@Override
	public void restore(JsonNode json) {
		this.webhook.url(json.path("webhook").stringValue(""));
	}

	/**
	 * Returns the oldest unconfirmed updates. Concurrent polls all receive new updates,
	 * as an update stays until it is confirmed; Bale does not report a conflict either.
	 * @param invocation a call with offset, limit, timeout
	 * @return the response, possibly after the timeout
	 */
	private Mono<Answer> getUpdates(Invocation invocation) {
		Parameters parameters = invocation.parameters();
		if (this.webhook.isSet() && !this.quirks.has(BaleQuirk.EMPTY_POLL_WITH_WEBHOOK)) {
			throw new Refusal(409, "Conflict: a webhook is set; call deleteWebhook before getUpdates")
				.allowedBy(BaleQuirk.EMPTY_POLL_WITH_WEBHOOK, true);
		}
		Long offset = parameters.integer("offset");
		int limit = (int) clamp(parameters.integer("limit", MOST_PER_ANSWER), 1, MOST_PER_ANSWER);
		long timeout = clamp(parameters.integer("timeout", 0), 0, LONGEST_POLL_SECONDS);
		if (this.webhook.isSet()) {
			return this.updates.polls()
				.await(() -> this.webhook.isSet() ? null : List.<byte[]>of(), Duration.ofSeconds(timeout),
						invocation.timer())
				.defaultIfEmpty(List.of())
				.map(Envelope::list);
		}
		long from = (offset != null) ? this.updates.confirm(offset) : Long.MIN_VALUE;
		List<byte[]> found = this.updates.oldest(from, limit);
		if (found != null) {
			return Mono.just(Envelope.list(page(invocation.call(), found, from)));
		}
		if (timeout == 0) {
			return Mono.just(Envelope.list(List.of()));
		}
		return this.updates.polls()
			.await(() -> arrived(from, limit), Duration.ofSeconds(timeout), invocation.timer())
			// Here, as several threads may check at the same time, but one page is
			// returned.
			.map((arrived) -> page(invocation.call(), arrived, from))
			.defaultIfEmpty(List.of())
			.map(Envelope::list);
	}

	private JsonNode setWebhook(Parameters parameters) {
		String url = parameters.text("url");
		if (url == null) {
			throw new Refusal(400, "url: cannot be blank");
		}
		if (!url.isEmpty() && !isAcceptable(url)) {
			throw new Refusal(400, "url: must be an https address on port 443 or 88")
				.allowedBy(BaleQuirk.LOOPBACK_WEBHOOKS, true);
		}
		this.webhook.url(url);
		this.updates.polls().signalAll();
		return BooleanNode.TRUE;
	}

	private JsonNode deleteWebhook(Parameters parameters) {
		this.webhook.url("");
		this.updates.polls().signalAll();
		return BooleanNode.TRUE;
	}

	private JsonNode getWebhookInfo(Parameters parameters) {
		ObjectNode info = Json.object()
			.put("url", this.webhook.url())
			.put("has_custom_certificate", false)
			.put("pending_update_count", this.updates.size());
		WebhookDelivery.Failure failure = this.webhook.lastFailure();
		if (failure != null) {
			info.put("last_error_date", failure.at().getEpochSecond()).put("last_error_message", failure.message());
		}
		return info;
	}

	/**
	 * Returns what completes a long poll: updates, or an empty page if the next poll
	 * would be refused, so that the bot notices.
	 * @param from lowest identifier
	 * @param limit maximum number of updates
	 * @return the updates, or {@code null} to keep waiting
	 */
	private @Nullable List<byte[]> arrived(long from, int limit) {
		if (this.webhook.isSet() || this.faults.isTokenRefused()) {
			return List.of();
		}
		return this.updates.oldest(from, limit);
	}

	private List<byte[]> page(ReceivedCall call, List<byte[]> found, long from) {
		// Only pages with updates count as hits of a fault.
		FaultDefinition.Kind fault = found.isEmpty() ? null : this.faults.nextOfPages(call);
		return (fault != null) ? spoiled(fault, found, from) : found;
	}

	private List<byte[]> spoiled(FaultDefinition.Kind fault, List<byte[]> found, long from) {
		List<byte[]> page = new ArrayList<>();
		switch (fault) {
			case DUPLICATES -> found.forEach((update) -> page.addAll(List.of(update, update)));
			case REPEATED -> {
				page.addAll(this.updates.confirmedLast());
				page.addAll(found);
			}
			case DISORDER -> {
				page.addAll(found);
				Collections.reverse(page);
			}
			default -> {
				List<byte[]> all = this.updates.oldest(from, Integer.MAX_VALUE);
				page.addAll((all != null) ? all : found);
			}
		}
		return page;
	}

	private boolean isAcceptable(String url) {
		URI uri = parsed(url);
		if (uri == null || uri.getHost() == null) {
			return false;
		}
		if (this.quirks.has(BaleQuirk.LOOPBACK_WEBHOOKS) && WebhookDelivery.isLoopback(uri)) {
			return true;
		}
		if (!"https".equalsIgnoreCase(uri.getScheme())) {
			return false;
		}
		return uri.getPort() == -1 || uri.getPort() == 443 || uri.getPort() == 88;
	}

	private @Nullable URI parsed(String url) {
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private long clamp(long value, long least, long most) {
		return Math.max(least, Math.min(value, most));
	}

}
