package io.github.balethon.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

class EventFeedTests {

	@Test
	void disconnectsASlowReader() {
		EventFeed feed = new EventFeed();
		AtomicBoolean ended = new AtomicBoolean();
		BaseSubscriber<byte[]> slow = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(1);
			}

			@Override
			protected void hookOnComplete() {
				ended.set(true);
			}

		};
		feed.watch(Set.of(1L), false, Flux::empty).subscribe(slow);
		for (int i = 0; i < 600; i++) {
			feed.tell(1, "message", Json::object);
		}
		assertThat(feed.watchers()).isZero();
		slow.requestUnbounded();
		assertThat(ended).isTrue();
	}

	@Test
	void sendsOnlyEventsOfWatchedChats() throws InterruptedException {
		EventFeed feed = new EventFeed();
		BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
		var listening = feed.watch(Set.of(1L), false, () -> Flux.just("state".getBytes(StandardCharsets.UTF_8)))
			.subscribe(heard::add);
		feed.tell(2, "message", Json::object);
		feed.tell(1, "message", Json::object);
		assertThat(heard.poll(5, TimeUnit.SECONDS)).asString().isEqualTo("state");
		assertThat(heard.poll(5, TimeUnit.SECONDS)).asString().isEqualTo("event: message\ndata: {}\n\n");
		listening.dispose();
		assertThat(feed.watchers()).isZero();
	}

}
