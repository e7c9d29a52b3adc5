package io.github.balethon.emulator.app;

import java.nio.file.Files;
import java.nio.file.Path;

import io.github.balethon.emulator.Preset;
import io.github.balethon.emulator.Quirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AppOptionsTests {

	@Test
	void defaultsAreLocal() {
		AppOptions options = AppOptions.parse();
		assertThat(options.port()).isEqualTo(8090);
		assertThat(options.address()).isNull();
		assertThat(options.bots()).containsExactly(new AppOptions.Bot(null, null));
		assertThat(options.quirks()).isEmpty();
		assertThat(options.help()).isFalse();
	}

	@Test
	void valuesFollowAsArgumentsOrAfterAnEqualsSign(@TempDir Path folder) throws Exception {
		Path faults = Files.writeString(folder.resolve("faults.json"), "[]");
		AppOptions options = AppOptions.parse("--port", "8081", "--address=127.0.0.1", "--token", "1:a", "--username",
				"shop_bot", "--token=2:b", "--preset", "Telegram", "--quirk=old-clients", "--faults=" + faults,
				"--data", folder.toString());
		assertThat(options.port()).isEqualTo(8081);
		assertThat(options.address()).isNotNull();
		assertThat(options.bots()).containsExactly(new AppOptions.Bot("1:a", "shop_bot"),
				new AppOptions.Bot("2:b", null));
		assertThat(options.quirks()).contains(Quirk.OLD_CLIENTS).containsAll(Preset.TELEGRAM.quirks());
		assertThat(options.faults()).isEqualTo(faults);
		assertThat(options.data()).isEqualTo(folder);
	}

	@Test
	void tokensAreNotShown() {
		assertThat(AppOptions.parse("--token", "1:secret").bots().toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--port x         | between 0 and 65535, but is 'x'
			--port 65536     | between 0 and 65535
			--port -1        | between 0 and 65535
			--port           | requires a value
			--address 1.2.3.4.5 | unknown. Use an IP address
			--preset whatsapp | Supported: telegram.
			--quirk nothing  | Supported: failures_with_status_200,
			--faults nowhere.json | cannot be read: nowhere.json
			--data pom.xml   | must be a folder, but is pom.xml
			--verbose        | Unknown option '--verbose'. --help
			help             | Unknown option 'help'. --help
			""")
	void invalidOptionsAreExplained(String arguments, String words) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> AppOptions.parse(arguments.split(" ")))
			.withMessageContaining(words);
	}

}
