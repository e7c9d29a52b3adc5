package io.github.balethon.benchmarks.contestant;

import java.util.List;

/**
 * What a contestant has to do: echo each message.
 *
 * @param baseUrl the address of the Bot API
 * @param workers number of messages to answer at the same time
 * @param edits whether to edit each echo after it was sent
 * @param database the JDBC URL of the inbox, empty for an inbox in memory
 */
public record Task(String baseUrl, int workers, boolean edits, String database) {

	/** The token of every contestant. */
	static final String TOKEN = "1:test";

	/** What an echo is changed to. */
	static final String EDITED = "done";

	/**
	 * The task as arguments of a process.
	 * @return the arguments
	 */
	public List<String> arguments() {
		return List.of(this.baseUrl, String.valueOf(this.workers), String.valueOf(this.edits), this.database);
	}

	static Task of(List<String> arguments) {
		return new Task(arguments.get(0), Integer.parseInt(arguments.get(1)), Boolean.parseBoolean(arguments.get(2)),
				arguments.get(3));
	}

	String url(String method) {
		return this.baseUrl + "/bot" + TOKEN + "/" + method;
	}

}
