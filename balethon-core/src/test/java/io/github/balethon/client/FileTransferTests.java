package io.github.balethon.client;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.RawMethod;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendPhoto;
import io.github.balethon.method.SendVideo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files on their way, against a server on this machine.
 */
class FileTransferTests {

	private static final long UPLOAD = 40 * 1024 * 1024;

	private final FileServer server = new FileServer();

	private final BaleClient bale = BaleClient.builder(BaleConnection.of(this.server.url(), BotToken.of("1:secret")))
		.responseTimeout(Duration.ofSeconds(2))
		.retry(1, Duration.ofSeconds(1))
		.build();

	@TempDir
	Path folder;

	@AfterEach
	void close() {
		this.bale.close();
		this.server.close();
	}

	@Test
	void filesAreNeverHeldWhole() throws Exception {
		Path upload = this.folder.resolve("large.bin");
		try (RandomAccessFile file = new RandomAccessFile(upload.toFile(), "rw")) {
			file.setLength(UPLOAD);
		}
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx36m", "-XX:MaxDirectMemorySize=16m", "-XX:+ExitOnOutOfMemoryError", "-cp",
				System.getProperty("java.class.path"), SmallHeapTransfers.class.getName(), this.server.url().toString(),
				upload.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(output).contains("sent " + UPLOAD + ", got " + FileServer.DOWNLOAD);
		assertThat(process.exitValue()).isZero();
		assertThat(this.server.received()).isBetween(UPLOAD, UPLOAD + 1000);
	}

	@Test
	void uploadTellsItsLengthAndItsProgress() {
		List<Long> progress = new CopyOnWriteArrayList<>();
		InputFile file = InputFile.of(new byte[50_000], "x.bin").progress(progress::add);
		assertThat(this.bale.sendDocument(7, file, "x").block().messageId()).isEqualTo(5);
		assertThat(progress).last().isEqualTo(50_000L);
		assertThat(progress).isSorted().hasSizeGreaterThan(2);
		assertThat(this.server.requests()).containsExactly("POST /bot1:secret/sendDocument " + this.server.received());
	}

	@Test
	void streamWithoutALengthIsSentInChunks() {
		Flux<DataBuffer> stream = Flux.range(0, 10)
			.map((i) -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[1000]));
		this.bale.execute(SendPhoto.of(7, InputFile.of(stream, "x.jpg"))).block();
		assertThat(this.server.requests()).containsExactly("POST /bot1:secret/sendPhoto none");
		assertThat(this.server.received()).isGreaterThan(10_000);
	}

	@Test
	void resourceIsSent() {
		InputFile resource = InputFile.of(new ClassPathResource("methods.csv", FileTransferTests.class));
		assertThat(resource.fileName()).isEqualTo("methods.csv");
		this.bale.sendDocument(7, resource).block();
		assertThat(this.server.received()).isGreaterThan(3000);
	}

	@Test
	void textOfAPersonIsNoReferenceToAFile() {
		this.bale.execute(SendDocument.of(7, InputFile.of(new byte[500], "x")).caption("attach://file0")).block();
		assertThat(this.server.received()).isBetween(500L, 1000L);
	}

	@Test
	void anyMethodCanHaveFiles() {
		this.bale
			.execute(RawMethod.of("sendVideoNote")
				.parameter("chat_id", 7)
				.parameter("video_note", InputFile.of(new byte[500], "x.mp4")))
			.block();
		assertThat(this.server.received()).isBetween(500L, 1000L);
	}

	@Test
	void fileThatCannotBeReadIsTold() {
		assertThatExceptionOfType(BaleFileException.class)
			.isThrownBy(() -> this.bale.sendPhoto(7, InputFile.of(this.folder.resolve("nothing.jpg"))).block())
			.withMessageStartingWith("sendPhoto was not sent, as 'photo' cannot be read: ")
			.withMessageContaining("nothing.jpg");
		Flux<DataBuffer> failing = Flux.error(new IOException("the disk is tired"));
		assertThatExceptionOfType(BaleFileException.class)
			.isThrownBy(() -> this.bale.sendPhoto(7, InputFile.of(failing, "x.jpg")).block())
			.withMessage("sendPhoto was not sent, as 'photo' cannot be read: the disk is tired");
	}

	@Test
	void uploadThatBaleDoesNotTakeEnds() {
		Flux<DataBuffer> endless = Flux
			.generate((sink) -> sink.next(DefaultDataBufferFactory.sharedInstance.wrap(new byte[64 * 1024])));
		assertThatExceptionOfType(BaleTransportException.class).isThrownBy(
				() -> this.bale.execute(SendVideo.of(7, InputFile.of(endless, "x.mp4"))).block(Duration.ofSeconds(30)))
			.withMessageStartingWith("sendVideo got no answer from Bale: ");
	}

	@Test
	void fileAppearsAsAWholeAndReplacesAnOlderOne() throws IOException {
		this.server.file("{\"file_id\":\"1:2\",\"file_path\":\"docs/a b:1/small\",\"file_size\":7}");
		Path target = this.folder.resolve("x.txt");
		Files.writeString(target, "old");
		List<Long> progress = new CopyOnWriteArrayList<>();
		assertThat(this.bale.execute(DownloadFile.of("1:2", target).progress(progress::add)).block()).isEqualTo(target);
		assertThat(target).hasContent("content");
		assertThat(progress).last().isEqualTo(7L);
		assertThat(files()).containsExactly("x.txt");
		assertThat(this.server.requests()).last().isEqualTo("GET /file/bot1:secret/docs/a%20b:1/small none");
	}

	@Test
	void idTakesThePlaceOfAMissingPath() {
		this.server.file("{\"file_id\":\"1:2:small\",\"file_path\":\"\"}");
		assertThat(this.bale.blocking().download("1:2:small", this.folder.resolve("x"))).hasContent("content");
		assertThat(this.server.requests()).last().isEqualTo("GET /file/bot1:secret/1:2:small none");
	}

	@Test
	void streamIsAskedForWhenItIsRead() {
		Flux<DataBuffer> stream = this.bale.download("1:2:x");
		assertThat(this.server.requests()).isEmpty();
		long size = stream.map((buffer) -> {
			int bytes = buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			return (long) bytes;
		}).reduce(0L, Long::sum).block();
		assertThat(size).isEqualTo(FileServer.DOWNLOAD);
	}

	@Test
	void failedDownloadLeavesNothingBehind() throws IOException {
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"gone\"}");
		assertThatExceptionOfType(BaleApiException.class).isThrownBy(this::download)
			.withMessage("Bale refused downloadFile with code 404: file not found");
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"page\"}");
		assertThatExceptionOfType(BaleServerException.class).isThrownBy(this::download)
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(502));
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"broken\"}");
		assertThatExceptionOfType(BaleTransportException.class).isThrownBy(this::download)
			.withMessageNotContaining("secret");
		assertThat(files()).isEmpty();
	}

	@Test
	void fileThatIsGoneSaysNothingOfTheToken() {
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"lost\"}");
		assertThatExceptionOfType(BaleNotFoundException.class).isThrownBy(this::download)
			.withMessage("Bale refused downloadFile with code 404: Not Found");
		assertThatExceptionOfType(BaleNotFoundException.class)
			.isThrownBy(() -> this.bale.download("1").blockLast(Duration.ofSeconds(10)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}",
			" \n{\"ok\":false,\"description\":\"file not found\"}",
			"{\"ok\":false,\"error_code\":404,\"parameters\":{},\"result\":null}" })
	void refusalThatLooksLikeASuccessIsNoFile(String refusal) throws IOException {
		byte[] bytes = refusal.getBytes(StandardCharsets.UTF_8);
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"a.json\"}");
		for (int cut : new int[] { 1, 2, bytes.length }) {
			this.server.json(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, bytes.length));
			assertThatExceptionOfType(BaleNotFoundException.class).isThrownBy(this::download);
			assertThat(files()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{}", "{\"ok\":false}", "{\"ok\":true,\"description\":\"x\"}",
			"{\"ok\":\"false\",\"description\":\"x\"}", "{\"ok\":false,\"description\":\"x\",\"price\":5}",
			"{\"ok\":false,\"description\":", "[{\"ok\":false,\"description\":\"x\"}]", "null", "\u0000" })
	void jsonFileIsAFile(String json) throws IOException {
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"a.json\"}");
		this.server.json(bytes);
		download();
		assertThat(this.folder.resolve("x")).hasBinaryContent(bytes);
	}

	@Test
	void largeJsonFileIsAFile() throws IOException {
		byte[] bytes = ("{\"ok\":false,\"description\":\"" + "x".repeat(300_000) + "\"}")
			.getBytes(StandardCharsets.UTF_8);
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"a.json\"}");
		this.server.json(Arrays.copyOf(bytes, 1000), Arrays.copyOfRange(bytes, 1000, bytes.length));
		download();
		assertThat(this.folder.resolve("x")).hasBinaryContent(bytes);
	}

	@Test
	void refusalThatAPersonHasSentIsAFile() throws IOException {
		byte[] bytes = "{\"ok\":false,\"error_code\":404,\"description\":\"x\"}".getBytes(StandardCharsets.UTF_8);
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"a.json\",\"file_size\":" + bytes.length + "}");
		this.server.json(bytes);
		download();
		assertThat(this.folder.resolve("x")).hasBinaryContent(bytes);
	}

	@Test
	void downloadHasALimit() throws IOException {
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"x\"}");
		DownloadFile small = DownloadFile.of("1", this.folder.resolve("x")).maxSize(DataSize.ofMegabytes(1));
		assertThatExceptionOfType(BaleFileException.class).isThrownBy(() -> this.bale.execute(small).block())
			.withMessage("The file of downloadFile exceeds the maximum size of 1048576 bytes: it has more. "
					+ "Increase 'maxSize'");
		this.server.file("{\"file_id\":\"1\",\"file_path\":\"x\",\"file_size\":2000000}");
		assertThatExceptionOfType(BaleFileException.class).isThrownBy(() -> this.bale.execute(small).block())
			.withMessageContaining("it has 2000000 bytes");
		assertThat(this.server.requests()).last().asString().startsWith("POST /bot1:secret/getFile");
		assertThat(files()).isEmpty();
	}

	@Test
	void folderThatIsNotThereIsTold() {
		assertThatExceptionOfType(BaleFileException.class)
			.isThrownBy(() -> this.bale.download("1:2:x", this.folder.resolve("none/x")).block())
			.withMessageStartingWith("The file of downloadFile cannot be written: ");
	}

	private void download() {
		this.bale.download("1", this.folder.resolve("x")).as(Mono::block);
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
