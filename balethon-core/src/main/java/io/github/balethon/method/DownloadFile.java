package io.github.balethon.method;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.function.LongConsumer;

import io.github.balethon.model.BaleFile;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Downloads a file of Bale to a path, without ever holding it whole in memory. It appears
 * at the path when it is there as a whole: until then it is a temporary file in the same
 * folder. An existing file is replaced. Bale gives away files of up to 20 MB.
 * <pre class="code">
 * bale.execute(DownloadFile.of(message.document(), Path.of("report.pdf")).maxSize(DataSize.ofMegabytes(5)))
 * </pre>
 *
 * @param fileId what the file is fetched by
 * @param target path of the file that is written
 * @param maxSize size above which the download fails
 * @param progress is given the number of bytes so far, on threads that must not be
 * blocked
 * @since 0.1.0
 */
public record DownloadFile(String fileId, Path target, DataSize maxSize,
		LongConsumer progress) implements IdempotentMethod<Path> {

	private static final DataSize DEFAULT_MAX_SIZE = DataSize.ofMegabytes(64);

	private static final LongConsumer NOBODY = (received) -> {
	};

	/**
	 * A download of at most 64 MB.
	 * @param fileId what the file is fetched by
	 * @param target the path of the file that is written; its folder must exist
	 * @return the request
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static DownloadFile of(String fileId, Path target) {
		return new DownloadFile(Parameters.text("file_id", fileId), target, DEFAULT_MAX_SIZE, NOBODY);
	}

	/**
	 * A download of at most 64 MB.
	 * @param file the file
	 * @param target the path of the file that is written; its folder must exist
	 * @return the request
	 * @throws IllegalArgumentException if the file has no id
	 */
	public static DownloadFile of(BaleFile file, Path target) {
		return of(file.fileId(), target);
	}

	/**
	 * This download, of at most so many bytes.
	 * @param maxSize the size
	 * @return a new request
	 * @throws IllegalArgumentException if the size is not positive
	 */
	public DownloadFile maxSize(DataSize maxSize) {
		Assert.isTrue(maxSize.toBytes() > 0, "'maxSize' of a download must be positive");
		return new DownloadFile(this.fileId, this.target, maxSize, this.progress);
	}

	/**
	 * This download, telling how much has come.
	 * @param progress is given the number of bytes so far, often and on threads that must
	 * not be blocked
	 * @return a new request
	 */
	public DownloadFile progress(LongConsumer progress) {
		return new DownloadFile(this.fileId, this.target, this.maxSize, progress);
	}

	/**
	 * A name of our own: Bale has no such method.
	 */
	@Override
	public String methodName() {
		return "downloadFile";
	}

	@Override
	public Type resultType() {
		return Path.class;
	}

	/**
	 * Leaves the path out: it may be named after what somebody wrote.
	 */
	@Override
	public String toString() {
		return "DownloadFile[fileId=" + this.fileId + "]";
	}

}
