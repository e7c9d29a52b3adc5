package io.github.balethon.emulator.server;

import java.io.ByteArrayOutputStream;

import io.github.balethon.emulator.botapi.Envelope;
import io.github.balethon.emulator.control.ChatPage;
import io.github.balethon.emulator.control.ControlRoutes;
import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.HangingRequests;
import io.github.balethon.emulator.http.LocalGuard;
import io.github.balethon.emulator.http.LogText;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.server.BotDirectory.Target;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Routes requests to the Bot API, to the control API and to the chat page, and sends
 * their responses.
 *
 * @since 0.1.0
 */
public final class RequestRouter {

	private static final Logger logger = LoggerFactory.getLogger(RequestRouter.class);

	/** Above Bale's limit for files, so that Bale's own error is returned. */
	private static final int LARGEST_BODY = 64 * 1024 * 1024;

	/** Marks connections that are not affected by {@link NetworkState#REFUSED}. */
	private static final AttributeKey<Boolean> OF_CONTROL = AttributeKey.valueOf(RequestRouter.class, "control");

	private final BotDirectory bots = new BotDirectory();

	private final LocalGuard guard;

	private final ChatPage page = new ChatPage();

	private volatile boolean blackHole;

	/**
	 * Creates a router.
	 * @param guard rejects requests of foreign pages
	 * @param bot the first bot
	 */
	public RequestRouter(LocalGuard guard, ServedBot bot) {
		this.guard = guard;
		this.bots.add(bot);
	}

	BotDirectory bots() {
		return this.bots;
	}

	/**
	 * Whether the last request of a connection did not come from the bot.
	 * @param connection the connection
	 * @return whether it belongs to the control API or to the chat page
	 */
	static boolean isOfControl(Channel connection) {
		return Boolean.TRUE.equals(connection.attr(OF_CONTROL).get());
	}

	/**
	 * Closes a connection with a TCP reset.
	 * @param connection the connection
	 */
	static void reset(Channel connection) {
		connection.config().setOption(ChannelOption.SO_LINGER, 0);
		connection.close();
	}

	/**
	 * Sets whether requests of the bot remain unanswered.
	 * @param blackHole whether they do
	 */
	void blackHole(boolean blackHole) {
		this.blackHole = blackHole;
	}

	Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response, EventExecutor timer) {
		Target target = this.bots.find(request.uri());
		return body(request).flatMap((body) -> answer(request, target, body, timer))
			.switchIfEmpty(Mono.fromSupplier(() -> failure(request, target, 413,
					"Request Entity Too Large: the maximum is " + LARGEST_BODY + " bytes")))
			.onErrorResume((ex) -> !AbortedException.isConnectionReset(ex), (ex) -> Mono.just(broken(ex)))
			.doOnNext((answer) -> target.bot().activity().run())
			.flatMap((answer) -> send(answer, response));
	}

	/**
	 * Reads the body of a request. A body above the limit is read and discarded, because
	 * its sender reads no response before.
	 * @param request the request
	 * @return the body; empty if it is above the limit
	 */
	private Mono<byte[]> body(HttpServerRequest request) {
		return request.receive().asByteArray().collect(ByteArrayOutputStream::new, (whole, piece) -> {
			if (whole.size() <= LARGEST_BODY) {
				whole.writeBytes(piece);
			}
		}).filter((whole) -> whole.size() <= LARGEST_BODY).map(ByteArrayOutputStream::toByteArray);
	}

	private Mono<Answer> answer(HttpServerRequest received, Target target, byte[] body, EventExecutor timer) {
		received.withConnection((connection) -> connection.channel().attr(OF_CONTROL).set(!target.fromBot()));
		if (!target.fromBot()) {
			return admitted(received, target, body, timer);
		}
		HangingRequests hanging = target.bot().api().hangingRequests();
		return Mono.defer(() -> this.blackHole ? hanging.<Answer>hang() : admitted(received, target, body, timer))
			.flatMap((answer) -> this.blackHole ? hanging.hang() : Mono.just(answer));
	}

	private Mono<Answer> admitted(HttpServerRequest received, Target target, byte[] body, EventExecutor timer) {
		String uri = received.uri().substring(target.prefix().length());
		String refusal = this.guard.refusal(uri, received.requestHeaders());
		if (refusal != null) {
			return Mono.just(failure(received, target, 403, refusal));
		}
		Request request = request(received, target, body, timer);
		if (request == null) {
			return Mono.just(failure(received, target, 400, "The URI of the request is malformed."));
		}
		if (target.fromBot()) {
			return target.bot().api().answer(request);
		}
		if (request.path().startsWith(ControlRoutes.PATH)) {
			return target.bot().control().answer(request);
		}
		if (!uri.startsWith("/")) {
			// The addresses in the page are relative.
			return Mono.just(Answer.text("").redirecting(target.prefix() + "/" + uri));
		}
		Answer page = request.isGet() ? this.page.find(request) : null;
		if (page != null) {
			return Mono.just(page);
		}
		return Mono.just(ControlRoutes.error(404, "Unknown address. GET / lists the available ones."));
	}

	private @Nullable Request request(HttpServerRequest received, Target target, byte[] body, EventExecutor timer) {
		try {
			return Request.of(received, target.prefix(), body, timer);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private Answer failure(HttpServerRequest request, Target target, int status, String sentence) {
		if (target.fromBot()) {
			return target.bot().api().refused(request.uri(), status, sentence);
		}
		logger.info("Refused a request to the chat page or the control API with {}: {}", status, sentence);
		return ControlRoutes.error(status, sentence);
	}

	private Answer broken(Throwable ex) {
		logger.error("Emulator failed to process a request", LogText.escape(ex));
		return Envelope.failure(500, "Internal Server Error: the emulator failed, see its log");
	}

	private Mono<Void> send(Answer answer, HttpServerResponse response) {
		if (answer == Answer.RESET) {
			response.withConnection((connection) -> reset(connection.channel()));
			return Mono.never();
		}
		response.status(answer.status())
			.header(HttpHeaderNames.CONTENT_TYPE, answer.contentType())
			.header(HttpHeaderNames.CACHE_CONTROL, "no-store")
			.header("X-Content-Type-Options", "nosniff");
		answer.headers().forEach(response::header);
		Flux<byte[]> stream = answer.stream();
		if (stream != null) {
			return response.send(stream.map(Unpooled::wrappedBuffer), (piece) -> true).then();
		}
		response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(answer.body().length));
		return response.sendByteArray(Mono.just(answer.body())).then();
	}

}
