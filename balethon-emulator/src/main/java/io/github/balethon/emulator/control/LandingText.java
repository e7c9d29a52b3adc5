package io.github.balethon.emulator.control;

/**
 * The text for clients other than browsers at the address of the emulator.
 */
final class LandingText {

	private static final String TEXT = """
			This is the Balethon emulator: a Bale messenger for the bot on this machine.
			Nothing leaves the machine, and no real token is needed.

			Open this address in a browser to chat with the bot:

			  http://HOST/

			Write to the bot as Sara, and wait up to 5 seconds for its reply:

			  curl http://HOST/emulator/messages -H 'Content-Type: application/json' \\
			    -d '{"from":1001,"name":"Sara","text":"/start","wait":5}'

			Press a button of the bot's message 2:

			  curl http://HOST/emulator/presses -H 'Content-Type: application/json' \\
			    -d '{"from":1001,"message_id":2,"data":"buy:1"}'

			Delay every call of sendMessage by 300 milliseconds:

			  curl http://HOST/emulator/delays -H 'Content-Type: application/json' \\
			    -d '{"method":"sendMessage","milliseconds":300}'

			Let the next two calls of sendMessage fail:

			  curl http://HOST/emulator/faults -H 'Content-Type: application/json' \\
			    -d '{"method":"sendMessage","kind":"status","code":502,"times":2}'

			Files, contacts, locations, groups, payments and faults: see docs/emulator.md of the
			project.

			Read the messages:

			  curl http://HOST/emulator/chats
			  curl http://HOST/emulator/chats/1001/messages
			""";

	private LandingText() {
	}

	static String text(String host) {
		return TEXT.replace("HOST", host);
	}

}
