package io.github.balethon.client;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.MethodTypes;
import io.github.balethon.method.OpenFile;
import io.github.balethon.method.RawMethod;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the page about the client says of its methods.
 */
class ClientDocTests {

	// These are no methods of Bale.
	private static final Set<Class<?>> OWN = Set.of(RawMethod.class, DownloadFile.class, OpenFile.class);

	private static final Pattern COUNTS = Pattern
		.compile("(\\d+) of (?:the )?(?:Bale's )?(\\d+)\\s+(?:\\w+\\s+)?methods");

	@Test
	void numberOfConvenienceMethodsIsDocumented() throws IOException {
		Set<String> all = MethodTypes.all()
			.stream()
			.filter((type) -> !OWN.contains(type))
			.map((type) -> type.getSimpleName().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
		Set<String> convenient = Stream.of(BaleClient.class.getMethods())
			// Not close(), which closes the client.
			.filter((method) -> method.getReturnType() == Mono.class)
			.map(Method::getName)
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.filter(all::contains)
			.collect(Collectors.toSet());
		Matcher documented = COUNTS.matcher(Files.readString(Path.of("..", "docs", "client.md")));
		assertThat(documented.find()).as("a sentence such as '35 of the 62 methods' in docs/client.md").isTrue();
		assertThat(documented.group(1)).as("methods with a convenience method, which are %s", convenient)
			.isEqualTo(Integer.toString(convenient.size()));
		assertThat(documented.group(2)).as("methods of Bale").isEqualTo(Integer.toString(all.size()));
	}

}
