package io.github.balethon.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.benchmarks.bale.Load;
import io.github.balethon.benchmarks.contestant.ContestantProcess;
import io.github.balethon.benchmarks.contestant.Task;

/**
 * The process of a contestant before it is started.
 */
final class Launch {

	private final Participant participant;

	private final String baseUrl;

	private final List<String> jvmArguments = new ArrayList<>();

	private int workers = 50;

	private boolean edits;

	private String heap = "1g";

	private String classPath;

	private List<String> prefix;

	Launch(Participant participant, String baseUrl) {
		this.participant = participant;
		this.baseUrl = baseUrl;
		this.classPath = participant.classPath();
		this.prefix = participant.machine().onOneProcessor();
	}

	Launch workers(int number) {
		this.workers = number;
		return this;
	}

	Launch edits(boolean value) {
		this.edits = value;
		return this;
	}

	Launch heap(String size) {
		this.heap = size;
		return this;
	}

	Launch classPath(String path) {
		this.classPath = path;
		return this;
	}

	Launch jvmArgument(String argument) {
		this.jvmArguments.add(argument);
		return this;
	}

	Launch onAllProcessors() {
		this.prefix = this.participant.machine().onAllProcessors();
		return this;
	}

	/**
	 * Starts the process.
	 * @param load the load, which is given up when the process terminates
	 * @return the running contestant
	 */
	RunningContestant start(Load load) throws IOException, SQLException {
		Task task = new Task(this.baseUrl, this.workers, this.edits, this.participant.createDatabase());
		List<String> command = new ArrayList<>(this.prefix);
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-Xmx" + this.heap);
		if (Runtime.version().feature() >= 24) {
			// Netty loads native code, of which newer JDKs warn otherwise.
			command.add("--enable-native-access=ALL-UNNAMED");
		}
		command.addAll(this.jvmArguments);
		command.addAll(List.of("-cp", this.classPath, ContestantProcess.class.getName(),
				this.participant.contestant().name()));
		command.addAll(task.arguments());
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		process.onExit().thenRun(load::giveUp);
		return new RunningContestant(this.participant.contestant(), process);
	}

}
