package io.github.balethon.emulator.http;

import java.util.function.Function;

import io.netty.handler.codec.DecoderResult;
import reactor.netty.http.logging.ReactorNettyHttpMessageLogFactory;

/**
 * How the server logs a request that it cannot decode: without the address, which holds
 * the token, and without the error text, which may quote the address.
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
