package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/configuration.md} with the metadata of the properties.
 */
class ConfigurationPageTests {

	private final DocumentationPage page = new DocumentationPage("configuration.md");

	@Test
	void everyPropertyIsInTheTableOfItsGroup() throws IOException {
		TreeMap<String, JsonNode> rest = properties();
		// The longest prefixes first, so that a property is in one table only.
		List<String> groups = this.page.tables()
			.stream()
			.sorted((one, other) -> Integer.compare(other.length(), one.length()))
			.toList();
		for (String group : groups) {
			List<JsonNode> ofGroup = rest.entrySet()
				.stream()
				.filter((entry) -> isIn(entry.getKey(), group))
				.map(Map.Entry::getValue)
				.toList();
			assertThat(ofGroup).as(group).isNotEmpty();
			this.page.assertTable(group, table(ofGroup));
			rest.keySet().removeIf((name) -> isIn(name, group));
		}
		assertThat(rest.keySet()).isEmpty();
	}

	private static boolean isIn(String name, String group) {
		return name.startsWith(group + ".") && (!group.equals("bale") || name.lastIndexOf('.') == group.length());
	}

	private static List<List<String>> table(List<JsonNode> properties) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Name", "Description", "Default value"));
		for (JsonNode property : properties) {
			rows.add(List.of("`" + property.get("name").asString() + "`",
					property.get("description").asString() + values(property.get("type").asString()),
					standard(property.get("defaultValue"))));
		}
		return rows;
	}

	// As it is written in a file of properties.
	private static String standard(@Nullable JsonNode value) {
		if (value == null || (value.isArray() && value.isEmpty())) {
			return "";
		}
		return "`" + (value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
				: value.asString()) + "`";
	}

	private static String values(String type) {
		Class<?> candidate = ClassUtils.resolveClassName(type.replaceAll("<.*", ""), null);
		if (!candidate.isEnum()) {
			return "";
		}
		return " One of " + String.join(", ",
				Arrays.stream(candidate.getEnumConstants())
					.map((constant) -> "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
					.toList())
				+ ".";
	}

	private static TreeMap<String, JsonNode> properties() throws IOException {
		TreeMap<String, JsonNode> properties = new TreeMap<>();
		try (InputStream file = ConfigurationPageTests.class.getClassLoader()
			.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
			JsonMapper.builder()
				.build()
				.readTree(file)
				.get("properties")
				.forEach((property) -> properties.put(property.get("name").asString(), property));
		}
		return properties;
	}

}
