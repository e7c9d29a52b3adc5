package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Throws at one place of an application.
 */
final class Trouble {

	/**
	 * One of each kind: unchecked, checked, an error, two that Reactor regards as fatal,
	 * and an interruption.
	 */
	static final List<Throwable> ERRORS = List.of(new IllegalStateException("expected by this test"),
			new IOException("expected by this test"), new AssertionError("expected by this test"),
			new NoSuchMethodError("expected by this test"), new StackOverflowError("expected by this test"),
			new InterruptedException("expected by this test"));

	private volatile @Nullable Enum<?> place;

	private volatile Throwable error = new IllegalStateException();

	private volatile boolean happened;

	void arm(@Nullable Enum<?> place, Throwable error) {
		this.happened = false;
		this.error = error;
		this.place = place;
	}

	boolean hasHappened() {
		return this.happened;
	}

	void at(Enum<?> current) {
		if (this.place == current) {
			this.happened = true;
			if (this.error instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			throw Trouble.<RuntimeException>sneaky(this.error);
		}
	}

	// On other threads, the emulator or the test would meet the error.
	void atWorker(Enum<?> current) {
		if (Thread.currentThread().getName().startsWith("worker-")) {
			at(current);
		}
	}

	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E sneaky(Throwable error) throws E {
		throw (E) error;
	}

}
