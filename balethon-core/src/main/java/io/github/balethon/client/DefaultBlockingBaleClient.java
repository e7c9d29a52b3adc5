package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Waits for the reactive client.
 */
final class DefaultBlockingBaleClient implements BlockingBaleClient {

	private final BaleClient client;

	DefaultBlockingBaleClient(BaleClient client) {
		this.client = client;
	}

	@Override
	public <R> R execute(BaleMethod<R> method) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(("'%s' was called through the blocking client on thread '%s', "
					+ "which must not wait: chain the call with flatMap on BaleClient instead")
				.formatted(method.methodName(), Thread.currentThread().getName()));
		}
		// The mark tells that the caller waits, and so sees a failure.
		R result = this.client.execute(method)
			.contextWrite((context) -> context.put(BlockingBaleClient.class, this))
			.block();
		Assert.state(result != null, () -> method.methodName() + " ended without a result");
		return result;
	}

}
