package io.github.balethon.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.client.MethodSamples.Sample;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.ChatMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every method of Bale against the table of its documentation, and its bytes against a
 * file, so that a change of what goes over the wire shows in a review.
 */
class MethodContractTests {

	private static final Pattern PART = Pattern.compile("form-data; name=\"([^\"]+)\"");

	private final BaleJson json = new BaleJson();

	@Test
	void everyMethodIsThere() throws IOException {
		assertThat(samples().keySet()).containsExactlyInAnyOrderElementsOf(rows().map(Row::name).toList()).hasSize(62);
		assertThat(rows().filter(Row::documented)).hasSize(50);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void methodHasItsParametersAndItsResult(Row row) {
		Sample sample = samples().get(row.name());
		assertThat(parameters(sample.least())).as("required").isEqualTo(row.required());
		Set<String> all = new TreeSet<>(row.required());
		all.addAll(row.optional());
		assertThat(parameters(sample.most())).as("all").isEqualTo(all);
		assertThat(name(sample.most().resultType())).isEqualTo(row.result());
		assertThat(sample.most() instanceof ChatMethod).isEqualTo(all.contains("chat_id"));
		// Bale spells unPinChatMessage and unpinAllChatMessages; the classes agree.
		assertThat(sample.most().getClass().getSimpleName()).isEqualToIgnoringCase(row.name());
	}

	@Test
	void bytesAreThoseOfTheContract() throws IOException {
		String actual = MethodSamples.all()
			.stream()
			.map((sample) -> sample.most().methodName() + " " + written(sample.most()))
			.collect(Collectors.joining("\n\n", "", "\n"));
		Path file = Path.of("target", "method-contract.txt");
		Files.writeString(file, actual);
		assertThat(actual).as("what goes over the wire; if the change is meant, copy %s to the test's resources", file)
			.isEqualTo(resource("method-contract.txt"));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void nothingThatPeopleReadIsPrinted(BaleMethod<?> method) {
		assertThat(method).asString()
			.doesNotContain("سلام", "باغ", "WALLET", "order-311", "989120000000", "Sara", "گزارش", "ble.ir/join",
					"/hook", "Gold", "plan:gold", "A-77", "sold out");
	}

	private static Stream<BaleMethod<?>> methods() {
		return MethodSamples.all().stream().map(Sample::most);
	}

	private static Map<String, Sample> samples() {
		Map<String, Sample> samples = new LinkedHashMap<>();
		MethodSamples.all().forEach((sample) -> samples.put(sample.most().methodName(), sample));
		return samples;
	}

	private Set<String> parameters(BaleMethod<?> method) {
		String written = written(method);
		if (written.startsWith("json")) {
			return new TreeSet<>(this.json.mapper().readTree(written.substring(5)).propertyNames());
		}
		Set<String> parameters = new TreeSet<>();
		Matcher matcher = PART.matcher(written);
		while (matcher.find()) {
			// What an album refers to is no parameter.
			if (!matcher.group(1).startsWith("file")) {
				parameters.add(matcher.group(1));
			}
		}
		return parameters;
	}

	private String written(BaleMethod<?> method) {
		RequestBody body = this.json.body(method);
		if (body instanceof RequestBody.Json known) {
			return "json\n" + new String(known.bytes(), StandardCharsets.UTF_8);
		}
		RequestBody.Form form = (RequestBody.Form) body;
		DataBuffer joined = DataBufferUtils.join(form.content().read(DefaultDataBufferFactory.sharedInstance)).block();
		assertThat(form.contentLength()).as("length of " + method).isEqualTo(joined.readableByteCount());
		String text = joined.toString(StandardCharsets.UTF_8);
		String boundary = form.contentType().getParameter("boundary");
		assertThat(text).startsWith("--" + boundary + "\r\n").endsWith("\r\n--" + boundary + "--\r\n");
		return "form\n" + text.strip().replace(boundary, "BOUNDARY").replace("\r\n", "\n");
	}

	private static String name(Type type) {
		if (type instanceof ParameterizedType list) {
			return name(list.getRawType()) + "<" + name(list.getActualTypeArguments()[0]) + ">";
		}
		return ((Class<?>) type).getSimpleName();
	}

	private static Stream<Row> rows() throws IOException {
		List<Row> rows = new ArrayList<>();
		for (String line : resource("methods.csv").split("\n")) {
			if (!line.startsWith("#")) {
				String[] cells = line.split("\\|");
				rows.add(new Row(cells[0].strip(), names(cells[1]), names(cells[2]), cells[3].strip(),
						cells[4].strip().equals("D")));
			}
		}
		return rows.stream();
	}

	private static Set<String> names(String cell) {
		return Stream.of(cell.strip().split(" "))
			.filter(StringUtils::hasText)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String resource(String name) throws IOException {
		try (InputStream resource = MethodContractTests.class.getResourceAsStream(name)) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private record Row(String name, Set<String> required, Set<String> optional, String result, boolean documented) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
