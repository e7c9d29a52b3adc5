package io.github.balethon.benchmarks.trial;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A class path of jars only, as an application has it in production: folders with classes
 * load slower, and no cache of the JDK covers them.
 */
final class JarClassPath {

	private static final Map<Path, Path> JARS = new ConcurrentHashMap<>();

	private JarClassPath() {
	}

	static String of(String classPath) throws IOException {
		List<String> entries = new ArrayList<>();
		for (String entry : classPath.split(File.pathSeparator)) {
			Path path = Path.of(entry).toAbsolutePath();
			if (Files.isDirectory(path)) {
				entries.add(jar(path).toString());
			}
			else if (Files.exists(path)) {
				entries.add(path.toString());
			}
		}
		return String.join(File.pathSeparator, entries);
	}

	private static Path jar(Path folder) throws IOException {
		Path jar = JARS.get(folder);
		if (jar == null) {
			jar = Files.createTempFile("benchmark", ".jar");
			write(folder, jar);
			JARS.put(folder, jar);
		}
		return jar;
	}

	private static void write(Path folder, Path jar) throws IOException {
		try (OutputStream out = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(out);
				Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				entries.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
				Files.copy(file, entries);
				entries.closeEntry();
			}
		}
	}

}
