package io.github.balethon.dispatch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.BaleContext;

/**
 * Replies to each text with the same text. A text of two words fails as often as the
 * second one says.
 */
class UnluckyBot {

	private final Queue<String> seen = new ConcurrentLinkedQueue<>();

	List<String> seen() {
		return List.copyOf(this.seen);
	}

	@BaleHandler
	String echo(String text, BaleContext context) {
		this.seen.add(text + " " + context.redelivered());
		List<String> words = List.of(text.split(" "));
		long times = this.seen.stream().filter((one) -> one.startsWith(text)).count();
		if (words.size() == 2 && times <= Long.parseLong(words.get(1))) {
			throw new IllegalStateException("expected by this test");
		}
		return text;
	}

}
