package io.github.balethon.test.shop;

import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleExceptionHandler;

/**
 * Replies when the shop has run out of paper.
 */
@BaleAdvice
class PaperAdvice {

	@BaleExceptionHandler(OutOfPaperException.class)
	String outOfPaper() {
		return "کاغذ تمام شد";
	}

	/**
	 * Thrown if there is no paper.
	 */
	static class OutOfPaperException extends RuntimeException {

	}

}
