package io.github.balethon.method;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.LongConsumer;

import io.github.balethon.model.BaleFile;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * A file to send: a file that Bale has stored, a URL from which Bale downloads it, or an
 * upload. Uploads are streamed and never loaded into memory as a whole. Immutable.
 * <pre class="code">
 * InputFile.of(Path.of("cat.jpg"))
 * InputFile.url("https://example.ir/cat.jpg")
 * InputFile.id(message.largestPhoto().fileId())
 * InputFile.of(bytes, "report.pdf").progress((sent) -&gt; …)
 * </pre>
 *
 * @since 0.1.0
 */
public final class InputFile {

	// Hundreds of these may be buffered for the network at the same time.
	private static final int BUFFER = 16 * 1024;

	private static final LongConsumer NO_PROGRESS = (sent) -> {
	};

	private final @Nullable String reference;

	private final @Nullable Content content;

	private final String fileName;

	private final @Nullable MediaType contentType;

	private final LongConsumer progress;

	private InputFile(@Nullable String reference, @Nullable Content content, String fileName,
			@Nullable MediaType contentType, LongConsumer progress) {
		this.reference = reference;
		this.content = content;
		this.fileName = fileName;
		this.contentType = contentType;
		this.progress = progress;
	}

	/**
	 * Creates a reference to a file that Bale has stored, of any size. A file identifier
	 * belongs to one bot and one type of file.
	 * @param fileId the identifier of the file
	 * @return the file
	 * @throws IllegalArgumentException if the identifier is empty
	 */
	public static InputFile id(String fileId) {
		Assert.hasText(fileId, "'file_id' must not be empty");
		return new InputFile(fileId, null, "", null, NO_PROGRESS);
	}

	/**
	 * Creates a reference to a file of a message, to send it again.
	 * @param file the file
	 * @return the file
	 * @throws IllegalArgumentException if the file has no identifier
	 */
	public static InputFile id(BaleFile file) {
		return id(file.fileId());
	}

	/**
	 * Creates a reference to a file that Bale downloads: a photo of at most 5 MB, or
	 * another file of at most 20 MB. The server must respond with the correct MIME type.
	 * @param url the HTTP or HTTPS URL
	 * @return the file
	 * @throws IllegalArgumentException if this is not an HTTP or HTTPS URL
	 */
	public static InputFile url(String url) {
		Assert.isTrue(url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8),
				"The URL of a file must begin with http:// or https://. " + "For a local file use InputFile.of(Path)");
		return new InputFile(url, null, "", null, NO_PROGRESS);
	}

	/**
	 * Creates a reference to a file that Bale downloads.
	 * @param url the HTTP or HTTPS URL
	 * @return the file
	 * @throws IllegalArgumentException if this is not an HTTP or HTTPS URL
	 * @see #url(String)
	 */
	public static InputFile url(URI url) {
		return url(url.toString());
	}

	/**
	 * Creates an upload of a local file, which is opened when it is sent.
	 * @param path the path of the file
	 * @return the upload
	 */
	public static InputFile of(Path path) {
		return of(new FileSystemResource(path));
	}

	/**
	 * Creates an upload of a resource, which is opened when it is sent. A resource that
	 * is already open, such as an {@code InputStreamResource}, is read once, so its
	 * upload is never retried. A resource of unknown length is sent in chunks.
	 * @param resource the resource; the default name of its file is {@code file}
	 * @return the upload
	 */
	public static InputFile of(Resource resource) {
		String name = resource.getFilename();
		return new InputFile(null, new ResourceContent(resource), StringUtils.hasText(name) ? name : "file", null,
				NO_PROGRESS);
	}

	/**
	 * Creates an upload of bytes.
	 * @param bytes the bytes, which are not copied
	 * @param fileName the name of the file, whose extension determines the type
	 * @return the upload
	 */
	public static InputFile of(byte[] bytes, String fileName) {
		return new InputFile(null, new ResourceContent(new ByteArrayResource(bytes)), name(fileName), null,
				NO_PROGRESS);
	}

	/**
	 * Creates an upload of a stream, such as the body of another response. It is never
	 * retried.
	 * @param content the stream
	 * @param fileName the name of the file, whose extension determines the type
	 * @return the upload
	 */
	public static InputFile of(Publisher<? extends DataBuffer> content, String fileName) {
		return new InputFile(null, new StreamContent(Flux.from(content)), name(fileName), null, NO_PROGRESS);
	}

	private static String name(String fileName) {
		Assert.hasText(fileName, "The name of a file must not be empty");
		return fileName;
	}

	/**
	 * Sets the name of the file.
	 * @param fileName the name of the file, whose extension determines the type
	 * @return a new file
	 * @throws IllegalArgumentException if the name is empty, or this is not an upload
	 */
	@CheckReturnValue
	public InputFile fileName(String fileName) {
		assertUpload("a name");
		return new InputFile(this.reference, this.content, name(fileName), this.contentType, this.progress);
	}

	/**
	 * Sets the type of the file. By default, the extension of its name determines it.
	 * @param contentType the MIME type
	 * @return a new file
	 * @throws IllegalArgumentException if this is not an upload
	 */
	@CheckReturnValue
	public InputFile contentType(MediaType contentType) {
		assertUpload("a type");
		return new InputFile(this.reference, this.content, this.fileName, contentType, this.progress);
	}

	/**
	 * Sets a callback for the progress of the upload.
	 * @param progress the callback for the number of bytes written so far, invoked often
	 * and on threads that must not be blocked
	 * @return a new file
	 * @throws IllegalArgumentException if this is not an upload
	 */
	@CheckReturnValue
	public InputFile progress(LongConsumer progress) {
		assertUpload("a progress");
		return new InputFile(this.reference, this.content, this.fileName, this.contentType, progress);
	}

	private void assertUpload(String what) {
		Assert.isTrue(isUpload(), () -> "Only an upload has " + what + ", but this is " + this);
	}

	/**
	 * Returns whether this file is an upload.
	 * @return {@code false} if it is an identifier or a URL
	 */
	public boolean isUpload() {
		return this.content != null;
	}

	/**
	 * Returns whether this file can be sent again after a failure.
	 * @return {@code false} for an upload of a stream or of an open resource
	 */
	public boolean isRepeatable() {
		return this.content == null || this.content.isRepeatable();
	}

	/**
	 * Returns the reference to send instead of an upload.
	 * @return the file identifier or the URL, or {@code null} for an upload
	 */
	public @Nullable String reference() {
		return this.reference;
	}

	/**
	 * Returns the name of the upload.
	 * @return the name; empty if this is not an upload
	 */
	public String fileName() {
		return this.fileName;
	}

	/**
	 * Returns the type of the upload.
	 * @return the type that was set, or the one that the extension of the name determines
	 */
	public MediaType contentType() {
		if (this.contentType != null) {
			return this.contentType;
		}
		return MediaTypeFactory.getMediaType(this.fileName).orElse(MediaType.APPLICATION_OCTET_STREAM);
	}

	/**
	 * Returns the size of the upload. May block to read from the disk.
	 * @return the number of bytes, or -1 if it is unknown
	 * @throws IOException if the file cannot be read
	 */
	public long contentLength() throws IOException {
		return (this.content != null) ? this.content.length() : 0;
	}

	/**
	 * Returns the content of the upload, which is read on demand on a thread that may
	 * block.
	 * @param buffers the factory of the buffers
	 * @return the content; empty if this is not an upload
	 */
	public Flux<DataBuffer> content(DataBufferFactory buffers) {
		return (this.content != null) ? this.content.read(buffers) : Flux.empty();
	}

	/**
	 * Returns the callback for the progress of the upload.
	 * @return the callback, which does nothing by default
	 */
	public LongConsumer progress() {
		return this.progress;
	}

	/**
	 * Omits names and URLs, which may contain text of users.
	 */
	@Override
	public String toString() {
		return (this.reference == null) ? "InputFile[upload]"
				: (this.reference.contains("://") ? "InputFile[url]" : "InputFile[id]");
	}

	private interface Content {

		long length() throws IOException;

		boolean isRepeatable();

		Flux<DataBuffer> read(DataBufferFactory buffers);

	}

	private record ResourceContent(Resource resource) implements Content {

		@Override
		public long length() throws IOException {
			// To count what can be read only once would leave nothing to send.
			long length = (this.resource.isOpen() && isCounted()) ? -1 : this.resource.contentLength();
			// Devices and pipes report a length of 0.
			return (length > 0) ? length : -1;
		}

		private boolean isCounted() {
			Method length = ReflectionUtils.findMethod(this.resource.getClass(), "contentLength");
			return length == null || length.getDeclaringClass() == AbstractResource.class;
		}

		@Override
		public boolean isRepeatable() {
			return !this.resource.isOpen();
		}

		@Override
		public Flux<DataBuffer> read(DataBufferFactory buffers) {
			return DataBufferUtils.read(this.resource, buffers, BUFFER).subscribeOn(Schedulers.boundedElastic());
		}

	}

	private record StreamContent(Flux<? extends DataBuffer> stream) implements Content {

		@Override
		public long length() {
			return -1;
		}

		@Override
		public boolean isRepeatable() {
			return false;
		}

		@Override
		public Flux<DataBuffer> read(DataBufferFactory buffers) {
			return Flux.from(this.stream);
		}

	}

}
