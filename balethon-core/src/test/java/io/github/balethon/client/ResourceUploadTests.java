package io.github.balethon.client;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.balethon.method.InputFile;
import io.github.balethon.method.RawMethod;
import io.github.balethon.method.SendVoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DescriptiveResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.PathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Uploads of every kind of resource that Spring has, and of those that applications make.
 */
@Timeout(60)
class ResourceUploadTests {

	private static final String CONTENT = "0123456789 voice";

	@TempDir
	static Path folder;

	private final FileServer server = new FileServer();

	private final BaleClient bale = BaleClient.builder(BaleConnection.of(this.server.url(), BotToken.of("1:secret")))
		.retry(4, Duration.ofSeconds(30))
		.build();

	@AfterEach
	void close() {
		this.bale.close();
		this.server.close();
	}

	@ParameterizedTest
	@MethodSource
	void everyResourceIsSent(Supplier<Resource> resources, boolean withLength) {
		this.bale.execute(SendVoice.of(7, InputFile.of(resources.get()))).block();
		assertThat(this.server.body()).contains("\r\n\r\n" + CONTENT + "\r\n");
		assertThat(this.server.body()).doesNotContain("filename=\"\"");
		assertThat(this.server.requests()).singleElement()
			.asString()
			.matches("POST /bot1:secret/sendVoice " + (withLength ? "[1-9][0-9]*" : "none"));
	}

	static Stream<Arguments> everyResourceIsSent() throws IOException {
		Path file = Files.writeString(folder.resolve("voice.ogg"), CONTENT);
		return Stream.of(resource("stream", false, () -> new InputStreamResource(stream())),
				resource("stream with a description", false, () -> new InputStreamResource(stream(), "x")),
				resource("stream on demand", false, () -> new InputStreamResource(ResourceUploadTests::stream)),
				resource("stream with a length", true, () -> new InputStreamResource(stream()) {
					@Override
					public long contentLength() {
						return CONTENT.length();
					}
				}), resource("stream of unknown length", false, () -> new InputStreamResource(stream()) {
					@Override
					public long contentLength() {
						return -1;
					}
				}), resource("subclass of stream", false, () -> new InputStreamResource(stream()) {
					@Override
					public String getFilename() {
						return "voice.ogg";
					}
				}), resource("open resource that gives the same stream", false, () -> new Custom(true)),
				resource("resource that is made anew", true, () -> new Custom(false)),
				resource("bytes", true, () -> new ByteArrayResource(CONTENT.getBytes(StandardCharsets.UTF_8))),
				resource("file", true, () -> new FileSystemResource(file)),
				resource("path", true, () -> new PathResource(file)), resource("address", true, () -> url(file)),
				resource("file that says that it is empty", false, () -> new FileSystemResource(file) {
					@Override
					public long contentLength() {
						return 0;
					}
				}), resource("resource without a name", true, () -> new FileSystemResource(file) {
					@Override
					public String getFilename() {
						return "";
					}
				}));
	}

	private static Arguments resource(String name, boolean withLength, Supplier<Resource> resources) {
		return Arguments.of(Named.of(name, resources), withLength);
	}

	private static Resource url(Path file) {
		try {
			return new UrlResource(file.toUri());
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void streamIsReadOnceAndClosed() {
		AtomicInteger closed = new AtomicInteger();
		InputStream stream = new FilterInputStream(stream()) {
			@Override
			public void close() throws IOException {
				closed.incrementAndGet();
				super.close();
			}
		};
		this.server.refuseVoices(1);
		SendVoice voice = SendVoice.of(7, InputFile.of(new InputStreamResource(stream)));
		assertThatExceptionOfType(BaleTooManyRequestsException.class)
			.isThrownBy(() -> this.bale.execute(voice).block());
		assertThat(closed).hasPositiveValue();
		assertThat(this.server.requests()).hasSize(1);
		assertThatExceptionOfType(BaleFileException.class).isThrownBy(() -> this.bale.execute(voice).block())
			.withMessageStartingWith("sendVoice was not sent, as 'voice' cannot be read: ");
	}

	@Test
	void resourceThatCanBeReadAgainIsSentAgain() {
		this.server.refuseVoices(1);
		this.bale
			.execute(SendVoice.of(7, InputFile.of(new ByteArrayResource(CONTENT.getBytes(StandardCharsets.UTF_8)))))
			.block();
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void streamMayGoWithOthers() {
		this.bale
			.execute(RawMethod.of("sendVoice")
				.parameter("chat_id", 7)
				.parameter("voice", InputFile.of(new InputStreamResource(stream())))
				.parameter("thumbnail", InputFile.of(new byte[] { 'a', 'b' }, "x.jpg")))
			.block();
		assertThat(this.server.body()).contains("\r\n\r\n" + CONTENT + "\r\n", "\r\n\r\nab\r\n");
	}

	@ParameterizedTest
	@MethodSource
	void resourceThatCannotBeReadIsTold(Resource resource) {
		assertThatExceptionOfType(BaleFileException.class)
			.isThrownBy(() -> this.bale.execute(SendVoice.of(7, InputFile.of(resource))).block())
			.withMessageStartingWith("sendVoice was not sent, as 'voice' cannot be read: ");
	}

	static Stream<Resource> resourceThatCannotBeReadIsTold() {
		return Stream.of(new DescriptiveResource("nothing"), new FileSystemResource(folder.resolve("nothing")),
				new FileSystemResource(folder), new Custom(false) {
					@Override
					public long contentLength() {
						throw new IllegalStateException("out of order");
					}
				}, new Custom(true) {
					@Override
					public InputStream getInputStream() {
						throw new IllegalStateException("out of order");
					}
				});
	}

	private static InputStream stream() {
		return new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8));
	}

	private static class Custom extends AbstractResource {

		private final boolean open;

		private final InputStream only = stream();

		Custom(boolean open) {
			this.open = open;
		}

		@Override
		public boolean isOpen() {
			return this.open;
		}

		@Override
		public String getDescription() {
			return "a resource of the application";
		}

		@Override
		public InputStream getInputStream() {
			return this.open ? this.only : stream();
		}

	}

}
