package io.github.balethon.method;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.function.LongConsumer;

import io.github.balethon.model.BaleFile;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Downloads a file of Bale to a path, without loading it into memory as a whole. The file
 * is written to a temporary file in the same folder, which is moved to the path when the
 * download is complete. An existing file is replaced. Bale serves files of up to 20 MB.
 * Not a method of Bale: the client sends {@code getFile} and downloads the file.
 * <pre class="code">
 * bale.execute(DownloadFile.of(message.document(), Path.of("report.pdf")).maxSize(DataSize.ofMegabytes(5)))
 * </pre>
 *
 * @param fileId the identifier of the file
 * @param target the path of the file to write
 * @param maxSize the maximum size of the file; the default is 64 MB
 * @param progress the callback for the number of bytes received so far, invoked on
 * threads that must not be blocked
 * @since 0.1.0
 */
public record DownloadFile(String fileId, Path target, DataSize maxSize,
		LongConsumer progress) implements IdempotentMethod<Path> {

	private static final DataSize DEFAULT_MAX_SIZE = DataSize.ofMegabytes(64);

	private static final LongConsumer NO_PROGRESS = (received) -> {
	};

	public DownloadFile {
		Parameters.text("file_id", fileId);
		Assert.isTrue(maxSize.toBytes() > 0, "'maxSize' of a download must be positive");
	}

	/**
	 * Creates a request for a file of at most 64 MB.
	 * @param fileId the identifier of the file
	 * @param target the path of the file to write, in an existing folder
	 * @return the request
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static DownloadFile of(String fileId, Path target) {
		return new DownloadFile(fileId, target, DEFAULT_MAX_SIZE, NO_PROGRESS);
	}

	/**
	 * Creates a request for a file of a message, of at most 64 MB.
	 * @param file the file
	 * @param target the path of the file to write, in an existing folder
	 * @return the request
	 * @throws IllegalArgumentException if the file has no identifier
	 */
	public static DownloadFile of(BaleFile file, Path target) {
		return of(file.fileId(), target);
	}

	/**
	 * Sets the maximum size of the file. The download of a larger one fails.
	 * @param maxSize the maximum size
	 * @return a new request
	 * @throws IllegalArgumentException if the size is not positive
	 */
	@CheckReturnValue
	public DownloadFile maxSize(DataSize maxSize) {
		return new DownloadFile(this.fileId, this.target, maxSize, this.progress);
	}

	/**
	 * Sets a callback for the progress of the download.
	 * @param progress the callback for the number of bytes received so far, invoked often
	 * and on threads that must not be blocked
	 * @return a new request
	 */
	@CheckReturnValue
	public DownloadFile progress(LongConsumer progress) {
		return new DownloadFile(this.fileId, this.target, this.maxSize, progress);
	}

	@Override
	public String methodName() {
		return "downloadFile";
	}

	@Override
	public Type resultType() {
		return Path.class;
	}

	/**
	 * Omits the path, which may contain text of a user.
	 */
	@Override
	public String toString() {
		return "DownloadFile[fileId=" + this.fileId + "]";
	}

}
