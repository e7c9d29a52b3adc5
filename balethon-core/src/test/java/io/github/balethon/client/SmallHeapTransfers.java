package io.github.balethon.client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendDocument;

/**
 * Runs in a Java whose memory is too small for the files that it sends and gets.
 */
public final class SmallHeapTransfers {

	private SmallHeapTransfers() {
	}

	public static void main(String[] args) throws Exception {
		Path upload = Path.of(args[1]);
		AtomicLong progress = new AtomicLong();
		try (BaleClient bale = BaleClient.builder(BaleConnection.of(URI.create(args[0]), BotToken.of("1:secret")))
			.build()) {
			bale.execute(SendDocument.of(7, InputFile.of(upload).progress(progress::set))).block(Duration.ofMinutes(1));
			Path target = upload.resolveSibling("downloaded");
			bale.download("1:2:x", target).block(Duration.ofMinutes(1));
			// The report of this process to the test.
			System.out.println("sent " + progress.get() + ", got " + Files.size(target) + ", memory "
					+ Runtime.getRuntime().maxMemory());
		}
	}

}
