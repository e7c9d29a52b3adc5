package io.github.balethon.emulator.http;

import java.util.function.Function;

import io.netty.handler.codec.DecoderResult;
import reactor.netty.http.logging.ReactorNettyHttpMessageLogFactory;

/**
 * Logs requests that cannot be decoded without the URI, which contains the token, and
 * without the error message, which may quote the URI.
 *
 * @since 0.1.0
 */
public final class MaskedMessageLog extends ReactorNettyHttpMessageLogFactory {

	@Override
	protected Function<String, String> uriValueFunction() {
		return (uri) -> "****";
	}

	@Override
	protected Function<DecoderResult, String> decoderResultFunction() {
		return (result) -> result.isFailure() ? result.cause().getClass().getSimpleName() : "success";
	}

}
