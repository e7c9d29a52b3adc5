package io.github.balethon.emulator;

import java.util.Map;

/**
 * The response to a request without a network.
 *
 * @param status the HTTP status
 * @param contentType the content type
 * @param headers further headers
 * @param body the body; not to be changed
 * @since 0.1.0
 * @see BaleEmulator#exchange(String, String, String, byte[])
 */
public record EmulatorResponse(int status, String contentType, Map<String, String> headers, byte[] body) {

}
