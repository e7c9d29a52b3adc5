package io.github.balethon.benchmarks.contestant;

import java.util.Arrays;
import java.util.List;

/**
 * The process of one contestant.
 */
public final class ContestantProcess {

	/** The line that a contestant prints when its application has started. */
	public static final String STARTED = "started";

	private ContestantProcess() {
	}

	/**
	 * Runs a contestant until the process is destroyed.
	 * @param args the contestant and its task
	 */
	public static void main(String[] args) {
		List<String> arguments = Arrays.asList(args);
		Task task = Task.of(arguments.subList(1, arguments.size()));
		switch (Contestant.valueOf(arguments.get(0))) {
			case WEBCLIENT -> new GenericWebClientLoop(task).run();
			case WEBCLIENT_BYTES -> new BytesWebClientLoop(task).run();
			case WEBCLIENT_BLOCK -> new BlockingWebClientPool(task).run();
			case REACTOR_NETTY -> new ReactorNettyLoop(task).run();
			case RETURNING, RETURNING_AOT, RETURNING_POSTGRESQL, RETURNING_H2 -> EchoBot.returning(task);
			case CONVERSATION, CONVERSATION_POSTGRESQL -> EchoBot.conversation(task);
			case BLOCKING, BLOCKING_POSTGRESQL, BLOCKING_H2 -> EchoBot.blocking(task);
			case PLAIN_APPLICATION -> PlainApplication.start();
			case TELEGRAM_BOTS -> new TelegramBotsPeer(task).start();
			case JAVA_TELEGRAM_BOT_API -> new JavaTelegramBotApiPeer(task).start();
		}
		System.out.println(STARTED);
	}

}
