package io.github.balethon.testsupport;

import io.github.balethon.annotation.BaleHandler;

/**
 * Replies to each text with the same text.
 */
public class EchoBot {

	@BaleHandler
	String echo(String text) {
		return text;
	}

}
