package io.github.balethon.benchmarks.parts;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A bot with many handlers: a quarter each are commands, callback templates, regular
 * expressions and named conditions.
 */
final class ManyHandlers {

	private ManyHandlers() {
	}

	static Class<?> compile(int count) throws IOException, ClassNotFoundException {
		StringBuilder source = new StringBuilder("import io.github.balethon.handler.*;\npublic class ManyBot {\n");
		for (int i = 0; i < count / 4; i++) {
			source.append("@BaleCommand(\"command%1$d\") public void command%1$d() { }%n".formatted(i));
			source.append("@BaleCallback(\"template%1$03d:{id}\") public void template%1$d(@Capture long id) { }%n"
				.formatted(i));
			source
				.append("@BaleText(regex = \"^regex%1$d (?<id>\\\\d+)$\") public void regex%1$d(@Capture long id) { }%n"
					.formatted(i));
			source.append("@BaleHandler(sender = \"%1$d\") public void sender%1$d() { }%n".formatted(i + 1));
		}
		source.append("@BaleHandler(fallback = true) public void fallback() { }\n}\n");
		Path folder = Files.createTempDirectory("many-handlers");
		Path file = Files.writeString(folder.resolve("ManyBot.java"), source);
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		int result = compiler.run(null, null, null, "-proc:none", "-parameters", "-classpath",
				System.getProperty("java.class.path"), file.toString());
		if (result != 0) {
			throw new IllegalStateException("The bot cannot be compiled");
		}
		// Not closed: classes are loaded from it as long as the process lives.
		URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				ManyHandlers.class.getClassLoader());
		return loader.loadClass("ManyBot");
	}

}
