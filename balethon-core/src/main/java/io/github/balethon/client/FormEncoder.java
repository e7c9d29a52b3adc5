package io.github.balethon.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.FileMethod;
import io.github.balethon.method.InputFile;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.util.TokenBuffer;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/**
 * Encodes requests with uploads as {@code multipart/form-data}: texts as plain text,
 * objects and lists as JSON, files as streams. Spring's encoder is not used, as it sets
 * no content length, which some gateways require, and encodes file names differently from
 * the HTML standard.
 */
final class FormEncoder {

	private static final byte[] LINE = { '\r', '\n' };

	private final JsonMapper mapper;

	FormEncoder(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Whether a request is sent as a form instead of JSON.
	 * @param method the request
	 * @return {@code true} if it has an upload, or if Bale refuses it as JSON
	 */
	static boolean isForm(BaleMethod<?> method) {
		return method instanceof FileMethod<?> withFiles
				&& (withFiles.alwaysForm() || withFiles.files().stream().anyMatch(InputFile::isUpload));
	}

	/**
	 * Encodes a request. May block to read the sizes of files.
	 * @param method the request
	 * @return the body
	 */
	RequestBody.Form encode(FileMethod<?> method) {
		Map<InputFile, String> attachments = attachments(method);
		String boundary = new String(MimeTypeUtils.generateMultipartBoundary(), StandardCharsets.US_ASCII);
		List<Part> parts = new ArrayList<>();
		for (Map.Entry<String, JsonNode> parameter : tree(method, attachments).properties()) {
			if (parameter.getValue() instanceof POJONode node && node.getPojo() instanceof InputFile file) {
				// A file that is a parameter itself is not referenced.
				attachments.remove(file);
				parts.add(filePart(method, boundary, parameter.getKey(), file));
			}
			else {
				parts.add(textPart(boundary, parameter.getKey(), parameter.getValue()));
			}
		}
		attachments.forEach((file, name) -> parts.add(filePart(method, boundary, name, file)));
		parts.add(new Part(("--" + boundary + "--").getBytes(StandardCharsets.US_ASCII), new byte[0]));
		MediaType contentType = new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", boundary));
		return new RequestBody.Form(contentType, length(parts),
				(buffers) -> Flux.fromIterable(parts).concatMap((part) -> part.read(buffers), 0));
	}

	// A parameter that is an upload itself becomes a POJO node.
	private ObjectNode tree(FileMethod<?> method, Map<InputFile, String> attachments) {
		TokenBuffer tokens = TokenBuffer.forGeneration();
		this.mapper.writer().withAttribute(InputFileSerializer.ATTACHMENTS, attachments).writeValue(tokens, method);
		try (JsonParser parser = tokens.asParser(ObjectReadContext.empty())) {
			return this.mapper.readValue(parser, ObjectNode.class);
		}
	}

	private static Map<InputFile, String> attachments(FileMethod<?> method) {
		Map<InputFile, String> attachments = new LinkedHashMap<>();
		for (InputFile file : method.files()) {
			if (file.isUpload()) {
				attachments.putIfAbsent(file, "file" + attachments.size());
			}
		}
		return attachments;
	}

	private static Part textPart(String boundary, String name, JsonNode value) {
		String text = value.isString() ? value.stringValue() : value.toString();
		return new Part(head(boundary, "name=" + quoted(name), null), text.getBytes(StandardCharsets.UTF_8));
	}

	private static Part filePart(BaleMethod<?> method, String boundary, String name, InputFile file) {
		long length;
		try {
			length = file.contentLength();
		}
		catch (IOException | RuntimeException ex) {
			throw BaleFileException.unreadable(method.methodName(), name, ex);
		}
		byte[] head = head(boundary, "name=" + quoted(name) + "; filename=" + quoted(file.fileName()),
				file.contentType());
		return new Part(head, (length >= 0) ? length : null,
				(buffers) -> file.content(buffers)
					.onErrorMap((ex) -> BaleFileException.unreadable(method.methodName(), name, ex))
					.transform((content) -> counted(content, length, method, name, file.progress())));
	}

	// Bale would wait for the rest of a body that is shorter than its content length.
	private static Flux<DataBuffer> counted(Flux<DataBuffer> content, long length, BaleMethod<?> method, String name,
			LongConsumer progress) {
		return Flux.defer(() -> {
			long[] sent = { 0 };
			return content.doOnNext((buffer) -> {
				sent[0] += buffer.readableByteCount();
				progress.accept(sent[0]);
			}).concatWith(Flux.defer(() -> {
				if (length < 0 || sent[0] == length) {
					return Flux.empty();
				}
				return Flux.error(BaleFileException.unreadable(method.methodName(), name,
						new IOException("its content length is " + length + " bytes, but its content has " + sent[0])));
			}));
		});
	}

	private static byte[] head(String boundary, String disposition, @Nullable MediaType contentType) {
		StringBuilder head = new StringBuilder();
		head.append("--").append(boundary).append("\r\n");
		head.append("Content-Disposition: form-data; ").append(disposition).append("\r\n");
		if (contentType != null) {
			head.append("Content-Type: ").append(contentType).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	// As browsers and the HTML standard do.
	private static String quoted(String text) {
		return '"' + text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A") + '"';
	}

	private static @Nullable Long length(List<Part> parts) {
		long sum = 0;
		for (Part part : parts) {
			if (part.length() == null) {
				return null;
			}
			sum += part.head().length + part.length() + LINE.length;
		}
		return sum;
	}

	private record Part(byte[] head, @Nullable Long length, RequestBody.Form.Content content) {

		Part(byte[] head, byte[] text) {
			this(head, (long) text.length, (buffers) -> Flux.just(buffers.wrap(text)));
		}

		Flux<DataBuffer> read(DataBufferFactory buffers) {
			return Flux.concat(Flux.just(buffers.wrap(this.head)), this.content.read(buffers),
					Flux.just(buffers.wrap(LINE)));
		}

	}

}
