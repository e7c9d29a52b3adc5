package io.github.balethon.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that annotation processors generate, which some JDKs omit without a warning.
 */
class MetadataTests {

	@Test
	void everyKeyHasADescriptionForTheEditor() throws IOException {
		JsonNode metadata;
		try (InputStream file = open("META-INF/spring-configuration-metadata.json")) {
			metadata = JsonMapper.builder().build().readTree(file);
		}
		assertThat(metadata.get("properties")).extracting((property) -> property.get("name").asString())
			.contains("bale.token", "bale.max-workers", "bale.base-url", "bale.polling.timeout",
					"bale.dispatch.ordering", "bale.dispatch.max-in-flight", "bale.dispatch.shutdown-timeout",
					"bale.client.response-timeout", "bale.handler.normalize-text", "bale.access.rate-limit.updates",
					"bale.emulator.port");
		assertThat(metadata.get("properties")).allSatisfy((property) -> {
			assertThat(property.get("name").asString()).matches("(bale|management\\.(health|endpoint)\\.bale)\\..+");
			assertThat(property.has("description")).as(property.get("name").asString()).isTrue();
			assertThat(property.get("description").asString()).endsWith(".").doesNotStartWith("The ");
			if (property.get("type").asString().equals(Boolean.class.getName())) {
				assertThat(property.get("description").asString()).startsWith("Whether to ");
			}
		});
	}

	@Test
	void conditionsOfAutoConfigurationsAreIndexed() throws IOException {
		// There is another one for the configurations of the tests.
		Properties metadata = PropertiesLoaderUtils
			.loadAllProperties("META-INF/spring-autoconfigure-metadata.properties", getClass().getClassLoader());
		assertThat(metadata).containsKey(BaleAutoConfiguration.class.getName() + ".ConditionalOnClass");
	}

	private InputStream open(String path) {
		// Classes of this module come first on the class path.
		InputStream file = getClass().getClassLoader().getResourceAsStream(path);
		assertThat(file).as(path).isNotNull();
		return file;
	}

}
