package io.github.balethon.client;

import java.util.List;
import java.util.OptionalLong;

import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.OpenFile;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Client that uses {@link HttpTransport}: it encodes on the thread of the caller, queues
 * in the {@link Outbox}, and decodes on the event loop.
 */
final class DefaultBaleClient implements BaleClient {

	private final HttpTransport transport;

	private final Runnable beforeClose;

	private final Outbox outbox;

	private final BaleJson json;

	private final Downloads downloads;

	private final BaleClientInterceptor.Next calls;

	DefaultBaleClient(HttpTransport transport, BaleJson json, int maxConnections,
			List<BaleClientInterceptor> interceptors, Runnable beforeClose) {
		this.transport = transport;
		this.json = json;
		this.beforeClose = beforeClose;
		this.outbox = new Outbox(transport.eventLoop(), maxConnections);
		BaleClientInterceptor.Next exchange = new Exchange();
		this.downloads = new Downloads(transport, this.json, exchange);
		BaleClientInterceptor.Next chain = exchange;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			chain = new Intercepted(interceptors.get(i), chain);
		}
		this.calls = chain;
	}

	@Override
	public <R> Mono<R> execute(BaleMethod<R> method) {
		return this.calls.execute(method);
	}

	@Override
	public OptionalLong botId() {
		return OptionalLong.of(this.transport.botId());
	}

	@Override
	public void close() {
		try {
			this.beforeClose.run();
		}
		finally {
			this.transport.close();
		}
	}

	private final class Exchange implements BaleClientInterceptor.Next {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			Assert.isTrue(!(method instanceof ChatMethod<?> chatMethod) || chatMethod.chatId() != null,
					() -> method.methodName() + " has no chat: set its 'chatId', or return it from a handler, "
							+ "to send it to the chat of the update");
			if (method instanceof DownloadFile download) {
				return result(DefaultBaleClient.this.downloads.download(download));
			}
			if (method instanceof OpenFile open) {
				return result(DefaultBaleClient.this.downloads.open(open));
			}
			DefaultBaleClient client = DefaultBaleClient.this;
			String name = method.methodName();
			return answer(method).map((answer) -> client.json.result(method, answer))
				.onErrorMap((ex) -> !(ex instanceof BaleException), (ex) -> BaleTransportException.of(name, ex));
		}

		private Mono<HttpAnswer> answer(BaleMethod<?> method) {
			DefaultBaleClient client = DefaultBaleClient.this;
			Mono<HttpAnswer> call = Mono
				.defer(() -> client.outbox.send(client.transport.post(method.methodName(), client.json.body(method))));
			// The sizes of files are read from the disk.
			return FormEncoder.isForm(method) ? call.subscribeOn(Schedulers.boundedElastic()) : call;
		}

		// The result type of the request is not known to the compiler.
		@SuppressWarnings("unchecked")
		private static <R> Mono<R> result(Mono<?> result) {
			return (Mono<R>) result;
		}

	}

	private record Intercepted(BaleClientInterceptor interceptor,
			BaleClientInterceptor.Next next) implements BaleClientInterceptor.Next {

		@Override
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return this.interceptor.intercept(method, this.next);
		}

	}

}
