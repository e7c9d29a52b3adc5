package io.github.balethon.sample;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.github.balethon.emulator.Attachment;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class DownloaderBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void fileIsDownloaded() {
		this.bale.user("Sara")
			.sends(Attachment.document("../list.txt", "", "یک".getBytes(StandardCharsets.UTF_8)))
			.expectsReply("../list.txt دریافت شد: 4 بایت");
		assertThat(Path.of("target/files")).isDirectoryRecursivelyContaining("glob:**/*-*");
		assertThat(Path.of("target/list.txt")).doesNotExist();
	}

}
