package io.github.balethon.handler.internal.foreign;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;

/**
 * A superclass of handlers in another package, with a method that no subclass overrides.
 */
public class ForeignBot {

	private final Object field = new Object();

	@BaleHandler
	String packagePrivate() {
		return "foreign " + this.field.hashCode();
	}

	/**
	 * A superclass with a method for errors.
	 */
	public static class ForErrors {

		@BaleHandler
		public void handle() {
		}

		@BaleExceptionHandler
		final void error(IllegalStateException ex) {
		}

	}

	/**
	 * A superclass with methods of an interface that it does not implement.
	 */
	public static class Adder {

		public long add(Integer one, Integer two) {
			return one + two;
		}

		public String buy(long number) {
			return String.valueOf(number);
		}

	}

}
