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
import org.springframework.util.Assert;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * A file to send: one that Bale keeps already, one that Bale shall fetch from the web, or
 * one to upload. What is uploaded is streamed from where it is, never held whole in
 * memory. Immutable. <pre class="code">
 * InputFile.of(Path.of("cat.jpg"))
 * InputFile.url("https://example.ir/cat.jpg")
 * InputFile.id(message.largestPhoto().fileId())
 * InputFile.of(bytes, "report.pdf").progress((sent) -&gt; …)
 * </pre>
 *
 * @since 0.1.0
 */
public final class InputFile {

	// Some hundred of these may wait for the network at the same moment.
	private static final int BUFFER = 16 * 1024;

	private static final LongConsumer NOBODY = (sent) -> {
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
	 * A file that Bale keeps already, of any size. A file id belongs to one bot and one
	 * kind of file.
	 * @param fileId the id of the file
	 * @return the file
	 * @throws IllegalArgumentException if the id is empty
	 */
	public static InputFile id(String fileId) {
		Assert.hasText(fileId, "'file_id' must not be empty");
		return new InputFile(fileId, null, "", null, NOBODY);
	}

	/**
	 * A file that came in a message, to be sent again.
	 * @param file the file
	 * @return the file
	 * @throws IllegalArgumentException if the file has no id
	 */
	public static InputFile id(BaleFile file) {
		return id(file.fileId());
	}

	/**
	 * A file that Bale fetches from the web: a photo of at most 5 MB, or another file of
	 * at most 20 MB, from a server that answers with the right MIME type.
	 * @param url the HTTP address
	 * @return the file
	 * @throws IllegalArgumentException if this is no HTTP address
	 */
	public static InputFile url(String url) {
		Assert.isTrue(url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8),
				"The address of a file must begin with http:// or https://; "
						+ "for a file of this machine use InputFile.of(Path)");
		return new InputFile(url, null, "", null, NOBODY);
	}

	/**
	 * A file that Bale fetches from the web.
	 * @param url the HTTP address
	 * @return the file
	 * @throws IllegalArgumentException if this is no HTTP address
	 * @see #url(String)
	 */
	public static InputFile url(URI url) {
		return url(url.toString());
	}

	/**
	 * An upload of a file of this machine, which is opened when it is sent.
	 * @param path the path of the file
	 * @return the upload
	 */
	public static InputFile of(Path path) {
		return of(new FileSystemResource(path));
	}

	/**
	 * An upload of a resource, which is opened when it is sent. A resource that is open
	 * already, such as an {@code InputStreamResource}, is read once and therefore never
	 * sent again; if it does not tell its length, it is sent in chunks.
	 * @param resource the resource; without a name of its own it is called {@code file}
	 * @return the upload
	 */
	public static InputFile of(Resource resource) {
		String name = resource.getFilename();
		return new InputFile(null, new ResourceContent(resource), StringUtils.hasText(name) ? name : "file", null,
				NOBODY);
	}

	/**
	 * An upload of bytes.
	 * @param bytes the bytes, which are not copied
	 * @param fileName the name that people see; its extension tells the type
	 * @return the upload
	 */
	public static InputFile of(byte[] bytes, String fileName) {
		return new InputFile(null, new ResourceContent(new ByteArrayResource(bytes)), name(fileName), null, NOBODY);
	}

	/**
	 * An upload of a stream, such as the body of another call. It can be sent only as
	 * often as the stream can be subscribed to.
	 * @param content the stream
	 * @param fileName the name that people see; its extension tells the type
	 * @return the upload
	 */
	public static InputFile of(Publisher<? extends DataBuffer> content, String fileName) {
		return new InputFile(null, new StreamContent(Flux.from(content)), name(fileName), null, NOBODY);
	}

	private static String name(String fileName) {
		Assert.hasText(fileName, "The name of a file must not be empty");
		return fileName;
	}

	/**
	 * This file, under another name.
	 * @param fileName the name that people see; its extension tells the type
	 * @return a new file
	 * @throws IllegalArgumentException if the name is empty, or this is no upload
	 */
	public InputFile fileName(String fileName) {
		assertUpload("a name");
		return new InputFile(this.reference, this.content, name(fileName), this.contentType, this.progress);
	}

	/**
	 * This file, with a type in place of the one that the extension of its name tells.
	 * @param contentType the MIME type
	 * @return a new file
	 * @throws IllegalArgumentException if this is no upload
	 */
	public InputFile contentType(MediaType contentType) {
		assertUpload("a type");
		return new InputFile(this.reference, this.content, this.fileName, contentType, this.progress);
	}

	/**
	 * This file, telling how much of it was handed to the network.
	 * @param progress is given the number of bytes so far, often and on threads that must
	 * not be blocked
	 * @return a new file
	 * @throws IllegalArgumentException if this is no upload
	 */
	public InputFile progress(LongConsumer progress) {
		assertUpload("a progress");
		return new InputFile(this.reference, this.content, this.fileName, this.contentType, progress);
	}

	private void assertUpload(String what) {
		Assert.isTrue(isUpload(), () -> "Only an upload has " + what + ", but this is " + this);
	}

	/**
	 * Whether bytes have to be sent.
	 * @return {@code false} if an id or an address is sent in their place
	 */
	public boolean isUpload() {
		return this.content != null;
	}

	/**
	 * Whether this file can be sent a second time, if the first time failed.
	 * @return {@code false} for an upload of a stream, or of a resource that is open
	 */
	public boolean isRepeatable() {
		return this.content == null || this.content.isRepeatable();
	}

	/**
	 * What is sent in place of the bytes.
	 * @return the file id or the address, or {@code null} for an upload
	 */
	public @Nullable String reference() {
		return this.reference;
	}

	/**
	 * The name of the upload.
	 * @return the name; empty if this is no upload
	 */
	public String fileName() {
		return this.fileName;
	}

	/**
	 * The type of the upload.
	 * @return the type that was given, or the one that the name tells
	 */
	public MediaType contentType() {
		if (this.contentType != null) {
			return this.contentType;
		}
		return MediaTypeFactory.getMediaType(this.fileName).orElse(MediaType.APPLICATION_OCTET_STREAM);
	}

	/**
	 * The size of the upload. May read from the disk.
	 * @return the number of bytes, or -1 if it is not known before the end
	 * @throws IOException if the file cannot be read
	 */
	public long contentLength() throws IOException {
		return (this.content != null) ? this.content.length() : 0;
	}

	/**
	 * The bytes of the upload. They are read while they are asked for, on a thread that
	 * may block.
	 * @param buffers where buffers are taken from
	 * @return the bytes; empty if this is no upload
	 */
	public Flux<DataBuffer> content(DataBufferFactory buffers) {
		return (this.content != null) ? this.content.read(buffers) : Flux.empty();
	}

	/**
	 * Who is told how much was sent.
	 * @return a consumer, which does nothing by default
	 */
	public LongConsumer progress() {
		return this.progress;
	}

	/**
	 * The kind only: names and addresses may be what somebody wrote.
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
			// Devices and streams behind a path have no length, and say that it is 0.
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
