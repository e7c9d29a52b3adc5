package io.github.balethon.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptFileTests {

	@TempDir
	private Path folder;

	@Test
	void missingFileIsWrittenAndReported() {
		TranscriptFile file = new TranscriptFile(this.folder, "transcripts/a.txt");
		assertThat(file.mismatch("Sara: hi\n")).endsWith("was missing and is written now. Review and commit it.");
		assertThat(this.folder.resolve("transcripts/a.txt")).hasContent("Sara: hi\n");
		assertThat(file.mismatch("Sara: hi\n")).isNull();
	}

	@Test
	void lineEndingsOfTheFileDoNotMatter() throws IOException {
		Files.writeString(this.folder.resolve("a.txt"), "Sara: hi\r\nBot: hi\r\n");
		assertThat(new TranscriptFile(this.folder, "a.txt").mismatch("Sara: hi\nBot: hi\n")).isNull();
	}

	@Test
	void differenceIsReported() throws IOException {
		Files.writeString(this.folder.resolve("a.txt"), "Sara: hi\n");
		assertThat(new TranscriptFile(this.folder, "a.txt").mismatch("Sara: hello\n"))
			.endsWith("Expected:\nSara: hi\n\nActual:\nSara: hello\n");
	}

}
