package io.github.balethon.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts contestants on a processor of their own, where the machine can do that, so that
 * the server does not take their time.
 */
final class Pinning {

	private final boolean pinned;

	private Pinning(boolean pinned) {
		this.pinned = pinned;
	}

	static Pinning ofThisMachine() throws IOException, InterruptedException {
		boolean possible = Runtime.getRuntime().availableProcessors() > 1
				&& Stream.of(System.getenv("PATH").split(File.pathSeparator))
					.anyMatch((folder) -> new File(folder, "taskset").canExecute());
		if (possible) {
			new ProcessBuilder("taskset", "-a", "-p", "-c", "0", String.valueOf(ProcessHandle.current().pid())).start()
				.waitFor();
		}
		return new Pinning(possible);
	}

	Process start(Contestant contestant, String baseUrl, int workers, String database) throws IOException {
		List<String> command = new ArrayList<>();
		if (this.pinned) {
			command.addAll(List.of("taskset", "-c", "1"));
		}
		command.addAll(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-cp",
				System.getProperty("java.class.path"), ContestantProcess.class.getName(), contestant.name(), baseUrl,
				String.valueOf(workers), database));
		return new ProcessBuilder(command).inheritIO().start();
	}

	String describe() {
		return this.pinned ? "server on one processor, contestant on another" : "processors shared";
	}

}
