package io.github.balethon.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.OpenFile;
import io.github.balethon.model.File;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * Downloads files: requests the path of a file, and then its content.
 */
final class Downloads {

	private final HttpTransport transport;

	private final BaleJson json;

	private final BaleClientInterceptor.Next calls;

	Downloads(HttpTransport transport, BaleJson json, BaleClientInterceptor.Next calls) {
		this.transport = transport;
		this.json = json;
		this.calls = calls;
	}

	Mono<Flux<DataBuffer>> open(OpenFile request) {
		return locate(request.fileId()).map((file) -> get(request, file));
	}

	Mono<Path> download(DownloadFile request) {
		return locate(request.fileId()).flatMap((file) -> {
			Long size = file.fileSize();
			if (size != null && size > request.maxSize().toBytes()) {
				return Mono.error(tooLarge(request, size + " bytes"));
			}
			return Mono
				.usingWhen(blocking(() -> temporaryFile(request)),
						(temporary) -> write(request, get(request, file), temporary)
							.then(blocking(() -> move(temporary, request.target()))),
						(temporary) -> Mono.empty(), (temporary, ex) -> blocking(() -> Files.deleteIfExists(temporary)),
						(temporary) -> blocking(() -> Files.deleteIfExists(temporary)))
				.onErrorMap(IOException.class, (ex) -> new BaleFileException(request.methodName(),
						"The file of downloadFile cannot be written: " + ex.getMessage(), ex));
		});
	}

	private Mono<File> locate(String fileId) {
		return this.calls.execute(GetFile.of(fileId));
	}

	private Flux<DataBuffer> get(BaleMethod<?> request, File file) {
		// Bale accepts the identifier in place of the path.
		String path = (file.filePath() != null) ? file.filePath() : file.fileId();
		return this.transport.get(path, file.fileSize(), new RefusalsOf(this.json, request))
			.onErrorMap((ex) -> !(ex instanceof BaleException),
					(ex) -> BaleTransportException.of(request.methodName(), ex));
	}

	private static Mono<Void> write(DownloadFile request, Flux<DataBuffer> content, Path target) {
		long[] received = { 0 };
		Flux<DataBuffer> counted = content.doOnDiscard(DataBuffer.class, DataBufferUtils::release)
			.handle((buffer, sink) -> {
				received[0] += buffer.readableByteCount();
				if (received[0] > request.maxSize().toBytes()) {
					DataBufferUtils.release(buffer);
					sink.error(tooLarge(request, "more"));
					return;
				}
				request.progress().accept(received[0]);
				sink.next(buffer);
			});
		return DataBufferUtils.write(counted, target, StandardOpenOption.WRITE);
	}

	private static BaleFileException tooLarge(DownloadFile request, String size) {
		return new BaleFileException(request.methodName(),
				"The file of downloadFile exceeds the maximum size of %d bytes: it has %s. Increase 'maxSize'"
					.formatted(request.maxSize().toBytes(), size),
				null);
	}

	private static Path temporaryFile(DownloadFile request) throws IOException {
		// In the same folder, as a move between file systems is not atomic.
		Path folder = request.target().toAbsolutePath().getParent();
		return Files.createTempFile(folder, ".bale-", ".part");
	}

	private static Path move(Path temporary, Path target) throws IOException {
		return Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private static <T> Mono<T> blocking(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
	}

	private record RefusalsOf(BaleJson json, BaleMethod<?> request) implements FileRefusals {

		@Override
		public BaleException refusal(HttpAnswer answer) {
			return this.json.refusal(this.request, answer);
		}

		@Override
		public @Nullable BaleException hiddenRefusal(HttpAnswer answer) {
			return this.json.hiddenRefusal(this.request, answer);
		}

	}

}
