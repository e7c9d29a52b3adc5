package io.github.balethon.emulator.http;

import tools.jackson.databind.node.ObjectNode;

/**
 * A file that came with a request.
 *
 * @param fileName its name; empty if none was said
 * @param contentType its type; empty if none was said
 * @param bytes the content
 * @since 0.1.0
 */
public record Upload(String fileName, String contentType, byte[] bytes) {

	/**
	 * How the file stands among the parameters of a call.
	 * @return its description without the content
	 */
	public ObjectNode asJson() {
		return Json.object()
			.put("file_name", this.fileName)
			.put("content_type", this.contentType)
			.put("file_size", this.bytes.length);
	}

}
