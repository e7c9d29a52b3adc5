package io.github.balethon.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.balethon.emulator.http.Multipart.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MultipartTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			"a; b: c, d = e.txt"                     | a; b: c, d = e.txt
			"باغ.jpg"                                | باغ.jpg
			"say \\"hi\\".txt"                     | say "hi".txt
			"C:\\x.txt"                              | C:\\x.txt
			"a\\"; size=3                            | a\\
			"say %22hi%22.txt"                       | say "hi".txt
			plain.txt                                | plain.txt
			"fallback"; filename*=UTF-8''%D8%A8+1.txt | ب+1.txt
			""                                       | ``
			""")
	void fileNameIsKept(String sent, String read) {
		assertThat(single("Content-Disposition: form-data; name=\"photo\"; filename=" + sent + "\r\n").fileName())
			.isEqualTo(read);
	}

	@Test
	void headersAreCaseInsensitive() {
		Part part = single("content-type: image/png\r\nCONTENT-DISPOSITION: form-data; NAME=photo\r\n");
		assertThat(part.name()).isEqualTo("photo");
		assertThat(part.fileName()).isNull();
		assertThat(part.contentType()).isEqualTo("image/png");
		assertThat(part.content()).asString().isEqualTo("content");
	}

	@Test
	void contentMayContainLineBreaksAndDashes() {
		List<Part> parts = parts("preamble\r\n--x \r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--\r\n--y\r\n"
				+ "--x\r\nContent-Disposition: form-data; name=b\r\n\r\n\r\n--x--\r\nepilogue");
		assertThat(parts).extracting(Part::name).containsExactly("a", "b");
		assertThat(parts.get(0).content()).asString().isEqualTo("\r\n--\r\n--y");
		assertThat(parts.get(1).content()).isEmpty();
	}

	@Test
	void emptyFormHasNoParts() {
		assertThat(parts("--x--\r\n")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--y--", "--x", "--x\r\n", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\ntext",
			"--x\r\nContent-Disposition: form-data\r\n\r\ntext\r\n--x--", "--x\r\n\r\ntext\r\n--x--" })
	void malformedBodyIsRefused(String body) {
		assertThatIllegalArgumentException().isThrownBy(() -> parts(body));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
			multipart/form-data; boundary=x              | x
			multipart/form-data; charset=utf-8; Boundary="a b" | a b
			multipart/form-data; boundary=               | none
			multipart/form-data; boundary=""             | none
			multipart/form-data; boundary="              | none
			multipart/form-data                          | none
			""")
	void boundaryIsRead(String contentType, String boundary) {
		assertThat(Multipart.boundary(contentType)).isEqualTo(boundary);
	}

	private static Part single(String headers) {
		List<Part> parts = parts("--x\r\n" + headers + "\r\ncontent\r\n--x--\r\n");
		assertThat(parts).hasSize(1);
		return parts.get(0);
	}

	private static List<Part> parts(String body) {
		return Multipart.parts(body.getBytes(StandardCharsets.UTF_8), "x");
	}

}
