package io.github.balethon.sample;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.model.User;

import org.springframework.stereotype.Component;

/**
 * Handles commands: with several names, with typed arguments, with the rest of the text.
 */
@Component
class CommandsBot {

	@BaleCommand({ "help", "راهنما" })
	String help() {
		return """
				/add 2 3
				/say متن
				/whoami""";
	}

	// Named like the method. Wrong arguments are answered with the usage.
	@BaleCommand
	long add(@CommandArgs(0) long a, @CommandArgs(1) long b) {
		return Math.addExact(a, b);
	}

	@BaleCommand
	String say(@CommandArgs(value = 0, rest = true) String words) {
		return words;
	}

	@BaleCommand(value = "whoami", prefix = { "/", "!" }, reply = true)
	String whoAmI(User from) {
		return from.fullName() + ", " + from.id();
	}

}
