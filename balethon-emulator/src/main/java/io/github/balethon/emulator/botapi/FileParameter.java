package io.github.balethon.emulator.botapi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.FileKind;
import io.github.balethon.emulator.world.FileStore;
import io.github.balethon.emulator.world.StoredFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resolves the files of parameters: uploads, file identifiers and URLs. The emulator
 * downloads nothing: a file from a URL contains the URL.
 */
final class FileParameter {

	private static final String ATTACH = "attach://";

	private static final List<String> DOCUMENTS_BY_ADDRESS = List.of(".gif", ".pdf", ".zip");

	private final FileStore files;

	FileParameter(FileStore files) {
		this.files = files;
	}

	/**
	 * Returns the file of a parameter.
	 * @param parameters the parameters
	 * @param name name of the parameter
	 * @param kind the kind of file
	 * @param details further fields of Bale's object
	 * @return the file
	 */
	StoredFile required(Parameters parameters, String name, FileKind kind, ObjectNode details) {
		Upload upload = parameters.upload(name);
		if (upload != null) {
			return keep(upload, name, kind, details);
		}
		String reference = parameters.text(name);
		if (reference == null || reference.isBlank()) {
			throw Refusal.blank(name);
		}
		return referred(parameters, reference, name, kind, details);
	}

	/**
	 * Returns the file of a reference. The reference to an upload may be in angle
	 * brackets and may lack its scheme, as some clients send it.
	 * @param parameters the parameters with the uploads
	 * @param reference the reference
	 * @param name name of the parameter
	 * @param kind the kind of file
	 * @param details further fields of Bale's object
	 * @return the file
	 */
	StoredFile referred(Parameters parameters, String reference, String name, FileKind kind, ObjectNode details) {
		Upload upload = parameters.upload(partName(reference));
		if (upload != null) {
			return keep(upload, name, kind, details);
		}
		if (reference.matches("(?i)https?://.*")) {
			return this.files.add(kind, fromAddress(reference, name, kind), details);
		}
		StoredFile known = this.files.find(reference);
		if (known == null) {
			throw new Refusal(400, "Bad Request: wrong file_id or address of " + name);
		}
		if (known.kind() != kind) {
			throw new Refusal(400, "Bad Request: " + name + " is a file_id of a " + known.kind().field());
		}
		return known;
	}

	/**
	 * Returns a file that must be uploaded with the call.
	 * @param parameters the parameters
	 * @param name name of the part
	 * @param kind the kind of file
	 * @return the file
	 */
	StoredFile uploaded(Parameters parameters, String name, FileKind kind) {
		Upload upload = upload(parameters, name);
		if (upload == null) {
			throw new Refusal(400, name + ": must be an uploaded file");
		}
		return keep(upload, name, kind, Json.object());
	}

	/**
	 * Returns the upload of a part, or the one that the parameter refers to.
	 * @param parameters the parameters
	 * @param name name of the parameter
	 * @return the upload, or {@code null}
	 */
	static @Nullable Upload upload(Parameters parameters, String name) {
		Upload upload = parameters.upload(name);
		return (upload != null) ? upload : parameters.upload(partName(parameters.text(name, "")));
	}

	private StoredFile keep(Upload upload, String name, FileKind kind, ObjectNode details) {
		if (upload.bytes().length > kind.largestUpload()) {
			throw new Refusal(413, "Request Entity Too Large: " + name);
		}
		if (upload.bytes().length == 0) {
			throw Refusal.blank(name);
		}
		return this.files.add(kind, upload, details);
	}

	private Upload fromAddress(String address, String name, FileKind kind) {
		String path = path(address);
		if (path == null) {
			throw Refusal.invalid(name);
		}
		String file = path.substring(path.lastIndexOf('/') + 1);
		String lower = file.toLowerCase(Locale.ROOT);
		boolean wrong = switch (kind) {
			case DOCUMENT -> DOCUMENTS_BY_ADDRESS.stream().noneMatch(lower::endsWith);
			case VOICE -> !lower.endsWith(".ogg");
			default -> false;
		};
		if (wrong) {
			throw new Refusal(400, "Bad Request: wrong type of the file at the address of " + name);
		}
		return new Upload(file, "", address.getBytes(StandardCharsets.UTF_8));
	}

	private static @Nullable String path(String address) {
		try {
			return URI.create(address).getPath();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String partName(String reference) {
		String name = reference;
		if (name.startsWith("<") && name.endsWith(">")) {
			name = name.substring(1, name.length() - 1);
		}
		return name.startsWith(ATTACH) ? name.substring(ATTACH.length()) : name;
	}

}
