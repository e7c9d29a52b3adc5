package io.github.balethon.sample;

import java.util.List;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;

import org.springframework.stereotype.Component;

/**
 * Takes all photos and videos of an album together.
 */
@Component
class AlbumBot {

	@BaleHandler(content = { Content.PHOTO, Content.VIDEO }, reply = true)
	String album(List<Message> messages) {
		return messages.size() + " فایل دریافت شد";
	}

}
