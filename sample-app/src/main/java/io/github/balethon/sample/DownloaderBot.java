package io.github.balethon.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.ShowTyping;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Downloads the files that users send into a folder.
 */
@Component
class DownloaderBot {

	private final Path folder;

	DownloaderBot(@Value("${sample.folder}") Path folder) {
		this.folder = folder;
	}

	@ShowTyping
	@BaleHandler(reply = true)
	String download(Document document, BaleContext context, BlockingBaleClient bale) throws IOException {
		// Not under the name that the sender chose, which may lead out of the folder.
		Path file = Files.createDirectories(this.folder).resolve(context.updateKey().replace(':', '-'));
		bale.download(document, file);
		return document.fileName() + " دریافت شد: " + Files.size(file) + " بایت";
	}

}
