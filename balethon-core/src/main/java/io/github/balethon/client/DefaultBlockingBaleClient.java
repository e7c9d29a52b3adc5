package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

/**
 * Blocking view that blocks on the calls of the reactive client.
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
					+ "which must not block: chain the call with flatMap on BaleClient instead")
				.formatted(method.methodName(), Thread.currentThread().getName()));
		}
		// Marks a call whose failure is thrown to the caller.
		R result = this.client.execute(method)
			.contextWrite((context) -> context.put(BlockingBaleClient.class, this))
			.block();
		Assert.state(result != null, () -> method.methodName() + " ended without a result");
		return result;
	}

}
