package io.github.balethon.emulator.http;

import tools.jackson.databind.node.ObjectNode;

/**
 * File of a multipart request.
 *
 * @param fileName the file name; empty if not set
 * @param contentType the content type; empty if not set
 * @param bytes the content
 * @since 0.1.0
 */
public record Upload(String fileName, String contentType, byte[] bytes) {

	/**
	 * Describes the file for the log of calls.
	 * @return its description without the content
	 */
	public ObjectNode asJson() {
		return Json.object()
			.put("file_name", this.fileName)
			.put("content_type", this.contentType)
			.put("file_size", this.bytes.length);
	}

}
