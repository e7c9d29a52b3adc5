package io.github.balethon.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file with the transcript that a test expects.
 */
final class TranscriptFile {

	private static final Path FOLDER = Path.of("src", "test", "resources");

	/** System property that updates the files. */
	private static final String UPDATE = "bale.transcripts.update";

	private final Path path;

	TranscriptFile(Path folder, String name) {
		this.path = folder.resolve(name);
	}

	static TranscriptFile ofTestResources(String name) {
		return new TranscriptFile(FOLDER, name);
	}

	/**
	 * Compares a transcript with the file, which is written if it is missing or to be
	 * updated.
	 * @param transcript the transcript
	 * @return the reason why the test fails, or {@code null}
	 */
	@Nullable String mismatch(String transcript) {
		try {
			boolean missing = !Files.exists(this.path);
			if (missing || Boolean.getBoolean(UPDATE)) {
				Files.createDirectories(this.path.toAbsolutePath().getParent());
				Files.writeString(this.path, transcript);
				return missing
						? "The transcript " + this.path + " was missing and is written now. Review and commit it."
						: null;
			}
			String expected = Files.readString(this.path).replace("\r\n", "\n");
			return expected.equals(transcript) ? null
					: "The conversation differs from " + this.path + ". If the change is intended, run the test with -D"
							+ UPDATE + "=true.\n\nExpected:\n" + expected + "\nActual:\n" + transcript;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The transcript " + this.path + " cannot be read or written.", ex);
		}
	}

}
