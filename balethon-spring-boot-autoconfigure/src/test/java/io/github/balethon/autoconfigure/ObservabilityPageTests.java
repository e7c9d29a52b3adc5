package io.github.balethon.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.balethon.client.BaleClientObservation;
import io.github.balethon.client.DefaultBaleClientObservationConvention;
import io.github.balethon.dispatch.BaleHandlerObservation;
import io.github.balethon.dispatch.BaleUpdateObservation;
import io.github.balethon.dispatch.DefaultBaleHandlerObservationConvention;
import io.github.balethon.dispatch.DefaultBaleUpdateObservationConvention;
import io.github.balethon.source.PollingState;
import io.github.balethon.source.UpdateSourceStatus;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/observability.md} with the documentation enums of Micrometer.
 */
class ObservabilityPageTests {

	private final DocumentationPage page = new DocumentationPage("observability.md");

	@Test
	void metersAreThoseOfTheEnum() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Name", "Type", "Tags", "Description"));
		for (BaleMeters meter : BaleMeters.values()) {
			String unit = (meter.getBaseUnit() != null) ? ", " + meter.getBaseUnit() : "";
			rows.add(List.of(code(meter.getName()), meter.getType().name().toLowerCase(Locale.ROOT) + unit,
					names(meter.getKeyNames()), meter.getDescription()));
		}
		this.page.assertTable("meters", rows);
	}

	@ParameterizedTest
	@EnumSource
	void registeredDescriptionIsThatOfTheJavadoc(BaleMeters meter) {
		assertThat(meter.getDescription()).isEqualTo(DocumentationPage.javadoc(meter));
	}

	@Test
	void observationsAreThoseOfTheEnums() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Name", "Tags", "Description"));
		rows.add(observation(new DefaultBaleUpdateObservationConvention().getName(), BaleUpdateObservation.UPDATE));
		rows.add(observation(new DefaultBaleHandlerObservationConvention().getName(), BaleHandlerObservation.HANDLER));
		rows.add(observation(new DefaultBaleClientObservationConvention().getName(), BaleClientObservation.CALL));
		rows.add(observation(BaleClientObservation.LIMITED.getName(), BaleClientObservation.LIMITED));
		this.page.assertTable("observations", rows);
		assertThat(rows).hasSize(1 + BaleUpdateObservation.values().length + BaleHandlerObservation.values().length
				+ BaleClientObservation.values().length);
	}

	@Test
	void tagsAreThoseOfTheEnums() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("Tag", "Of", "Description"));
		addTags(rows, "bale.update", BaleUpdateObservation.KeyNames.values());
		addTags(rows, "bale.handler", BaleHandlerObservation.KeyNames.values());
		addTags(rows, "bale.client", BaleClientObservation.KeyNames.values());
		for (BaleMeters meter : BaleMeters.values()) {
			addTags(rows, meter.getName(), meter.getKeyNames());
		}
		this.page.assertTable("tags", rows);
	}

	@ParameterizedTest
	@EnumSource
	void everyStateOfPollingHasItsHealth(PollingState state) {
		assertThat(this.page.text()).contains("| `" + state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "` |");
	}

	@ParameterizedTest
	@EnumSource
	void everyStateOfTheSourceHasItsHealth(UpdateSourceStatus.State state) {
		assertThat(this.page.text()).contains("| `" + state.name().toLowerCase(Locale.ROOT) + "` |");
	}

	private static <T extends Enum<T> & ObservationDocumentation> List<String> observation(String name, T observation) {
		return List.of(code(name), names(observation.getLowCardinalityKeyNames()),
				DocumentationPage.javadoc(observation));
	}

	private static void addTags(List<List<String>> rows, String owner, KeyName... tags) {
		for (KeyName tag : tags) {
			rows.add(List.of(code(tag.asString()), code(owner), DocumentationPage.javadoc((Enum<?>) tag)));
		}
	}

	private static String names(KeyName... tags) {
		return String.join(", ", Arrays.stream(tags).map((tag) -> code(tag.asString())).toList());
	}

	private static String code(String name) {
		return "`" + name + "`";
	}

}
