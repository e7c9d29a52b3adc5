package io.github.balethon.client;

import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendDocument;
import io.github.balethon.model.Message;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any name of a file reaches the server as one name, and as nothing else.
 */
class FileNamePropertiesTests {

	private static BaleEmulator emulator;

	private static BaleClient bale;

	@BeforeContainer
	static void open() {
		emulator = BaleEmulator.builder().build();
		emulator.start();
		emulator.person(1001, "Sara");
		bale = BaleClient.builder(BaleConnection.of(emulator.baseUrl(), BotToken.of(emulator.token())))
			.responseTimeout(Duration.ofSeconds(20))
			.build();
	}

	@AfterContainer
	static void close() {
		bale.close();
		emulator.close();
	}

	@Property
	void fileNameArrivesAsItWasGiven(@ForAll("names") String name) {
		Assume.that(!name.isBlank());
		assertArrives(name);
	}

	@Example
	void namesThatLookLikeHeadersArrive() {
		assertArrives("a\"; name=\"chat_id\"\r\n\r\n1002\r\n--x");
		assertArrives("a; filename=b.txt");
		assertArrives("C:\\folder\\a.txt");
	}

	private static void assertArrives(String name) {
		Message message = bale
			.execute(SendDocument.of(1001, InputFile.of(new byte[] { 1, 2, 3 }, name)).caption("caption"))
			.block();
		assertThat(message.chat().id()).isEqualTo(1001);
		assertThat(message.caption()).isEqualTo("caption");
		assertThat(message.document().fileSize()).isEqualTo(3);
		// What a user writes like an encoded quotation mark cannot be distinguished from
		// one.
		assertThat(message.document().fileName()).isEqualTo(name.replace("%22", "\""));
	}

	@Provide
	Arbitrary<String> names() {
		Arbitrary<String> pieces = Arbitraries.of("a", ".txt", "\"", "'", "\r", "\n", "\r\n\r\n", ";",
				"; name=\"chat_id\"", "; filename=", "filename*=UTF-8''", "\\", "/", "..", "=", ":", ",", " ", "%22",
				"--", "\t", "😀", "نام", "\u200c", "Content-Type: text/html");
		return pieces.list().ofMinSize(1).ofMaxSize(8).map((all) -> String.join("", all));
	}

}
