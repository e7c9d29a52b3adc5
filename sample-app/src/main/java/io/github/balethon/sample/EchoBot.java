package io.github.balethon.sample;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.model.User;

import org.springframework.stereotype.Component;

@Component
class EchoBot {

	@BaleCommand("start")
	String start(User from) {
		return "سلام " + from.firstName();
	}

	@BaleHandler
	String echo(String text) {
		return text;
	}

}
