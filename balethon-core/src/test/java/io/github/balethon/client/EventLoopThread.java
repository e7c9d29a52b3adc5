package io.github.balethon.client;

import java.net.URI;
import java.time.Duration;

/**
 * Prints the thread that results are emitted on, and how a refused connection fails, in a
 * Java whose system properties choose the transport of Netty.
 */
public final class EventLoopThread {

	private EventLoopThread() {
	}

	public static void main(String[] args) {
		BotToken token = BotToken.of("1:secret");
		try (BaleClient bale = BaleClient.builder(BaleConnection.of(URI.create(args[0]), token)).build()) {
			System.out.println(bale.getMe().map((me) -> Thread.currentThread().getName()).block(Duration.ofMinutes(1)));
		}
		try (BaleClient bale = BaleClient.builder(BaleConnection.of(URI.create(args[1]), token))
			.retry(1, Duration.ZERO)
			.build()) {
			bale.getMe().block(Duration.ofMinutes(1));
		}
		catch (BaleTransportException ex) {
			System.out.println("sent: " + ex.isSent());
		}
	}

}
