package io.github.balethon.handler.internal.foreign;

import java.util.List;

import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;

/**
 * Beans that refer to a class that a class loader of a test does not find.
 */
public final class AbsentBots {

	private AbsentBots() {
	}

	/**
	 * The class that is absent.
	 */
	public static class Absent {

	}

	/**
	 * Refers to it by a parameter.
	 */
	public static class Parameter {

		@BaleHandler
		public void handle(Absent absent) {
		}

	}

	/**
	 * Refers to it by the type argument of a parameter.
	 */
	public static class Generic {

		@BaleHandler
		public void present() {
		}

		@BaleHandler(fallback = true)
		public void handle(List<Absent> absent) {
		}

	}

	/**
	 * Refers to it by a return type.
	 */
	public static class ReturnType {

		@BaleHandler
		public List<Absent> handle() {
			return List.of();
		}

	}

	/**
	 * Refers to it by the type argument of a parameter of an error handler.
	 */
	@BaleAdvice
	public static class Advice {

		@BaleExceptionHandler
		public void handle(IllegalStateException ex, List<Absent> absent) {
		}

	}

}
