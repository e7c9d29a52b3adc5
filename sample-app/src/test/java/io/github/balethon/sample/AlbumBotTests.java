package io.github.balethon.sample;

import io.github.balethon.emulator.Attachment;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class AlbumBotTests {

	private static final byte[] FILE = { 1, 2, 3 };

	@Autowired
	private BaleTester bale;

	@Test
	void albumHasOneReply() {
		this.bale.user("Sara")
			.sendsAlbum(Attachment.photo(FILE).caption("باغ"), Attachment.video(FILE), Attachment.photo(FILE))
			.expectsReply("3 فایل دریافت شد")
			.expectsNothing()
			.sends(Attachment.photo(FILE))
			.expectsReply("1 فایل دریافت شد");
	}

}
