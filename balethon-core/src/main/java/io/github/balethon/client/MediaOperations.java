package io.github.balethon.client;

import java.util.List;

import io.github.balethon.method.InputFile;
import io.github.balethon.method.InputMedia;
import io.github.balethon.method.SendAnimation;
import io.github.balethon.method.SendAudio;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendMediaGroup;
import io.github.balethon.method.SendPhoto;
import io.github.balethon.method.SendSticker;
import io.github.balethon.method.SendVideo;
import io.github.balethon.method.SendVoice;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Methods of {@link BaleClient} that send files. Each of them takes the identifier of a
 * chat, or a {@link ChatId} for the username of a channel.
 *
 * @since 0.1.0
 */
public interface MediaOperations extends BaleOperations {

	/**
	 * Sends a photo.
	 * @param chatId the identifier of the chat
	 * @param photo the photo
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendPhoto(long chatId, InputFile photo) {
		return execute(SendPhoto.of(chatId, photo));
	}

	/**
	 * Sends a photo.
	 * @param chatId the identifier or username of the chat
	 * @param photo the photo
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendPhoto(ChatId chatId, InputFile photo) {
		return execute(SendPhoto.of(chatId, photo));
	}

	/**
	 * Sends a photo with a caption.
	 * @param chatId the identifier of the chat
	 * @param photo the photo
	 * @param caption the caption of the photo, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendPhoto(long chatId, InputFile photo, String caption) {
		return execute(SendPhoto.of(chatId, photo).caption(caption));
	}

	/**
	 * Sends a photo with a caption.
	 * @param chatId the identifier or username of the chat
	 * @param photo the photo
	 * @param caption the caption of the photo, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendPhoto(ChatId chatId, InputFile photo, String caption) {
		return execute(SendPhoto.of(chatId, photo).caption(caption));
	}

	/**
	 * Sends a video.
	 * @param chatId the identifier of the chat
	 * @param video the video in MPEG-4
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVideo(long chatId, InputFile video) {
		return execute(SendVideo.of(chatId, video));
	}

	/**
	 * Sends a video.
	 * @param chatId the identifier or username of the chat
	 * @param video the video in MPEG-4
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVideo(ChatId chatId, InputFile video) {
		return execute(SendVideo.of(chatId, video));
	}

	/**
	 * Sends a video with a caption.
	 * @param chatId the identifier of the chat
	 * @param video the video in MPEG-4
	 * @param caption the caption of the video, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVideo(long chatId, InputFile video, String caption) {
		return execute(SendVideo.of(chatId, video).caption(caption));
	}

	/**
	 * Sends a video with a caption.
	 * @param chatId the identifier or username of the chat
	 * @param video the video in MPEG-4
	 * @param caption the caption of the video, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVideo(ChatId chatId, InputFile video, String caption) {
		return execute(SendVideo.of(chatId, video).caption(caption));
	}

	/**
	 * Sends a video without sound, or a GIF.
	 * @param chatId the identifier of the chat
	 * @param animation the animation
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAnimation(long chatId, InputFile animation) {
		return execute(SendAnimation.of(chatId, animation));
	}

	/**
	 * Sends a video without sound, or a GIF.
	 * @param chatId the identifier or username of the chat
	 * @param animation the animation
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAnimation(ChatId chatId, InputFile animation) {
		return execute(SendAnimation.of(chatId, animation));
	}

	/**
	 * Sends an audio file.
	 * @param chatId the identifier of the chat
	 * @param audio the audio file in MP3 or M4A
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAudio(long chatId, InputFile audio) {
		return execute(SendAudio.of(chatId, audio));
	}

	/**
	 * Sends an audio file.
	 * @param chatId the identifier or username of the chat
	 * @param audio the audio file in MP3 or M4A
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAudio(ChatId chatId, InputFile audio) {
		return execute(SendAudio.of(chatId, audio));
	}

	/**
	 * Sends an audio file with a caption.
	 * @param chatId the identifier of the chat
	 * @param audio the audio file in MP3 or M4A
	 * @param caption the caption of the audio, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAudio(long chatId, InputFile audio, String caption) {
		return execute(SendAudio.of(chatId, audio).caption(caption));
	}

	/**
	 * Sends an audio file with a caption.
	 * @param chatId the identifier or username of the chat
	 * @param audio the audio file in MP3 or M4A
	 * @param caption the caption of the audio, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendAudio(ChatId chatId, InputFile audio, String caption) {
		return execute(SendAudio.of(chatId, audio).caption(caption));
	}

	/**
	 * Sends a voice message.
	 * @param chatId the identifier of the chat
	 * @param voice the voice message
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVoice(long chatId, InputFile voice) {
		return execute(SendVoice.of(chatId, voice));
	}

	/**
	 * Sends a voice message.
	 * @param chatId the identifier or username of the chat
	 * @param voice the voice message
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendVoice(ChatId chatId, InputFile voice) {
		return execute(SendVoice.of(chatId, voice));
	}

	/**
	 * Sends a file of any type.
	 * @param chatId the identifier of the chat
	 * @param document the file
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendDocument(long chatId, InputFile document) {
		return execute(SendDocument.of(chatId, document));
	}

	/**
	 * Sends a file of any type.
	 * @param chatId the identifier or username of the chat
	 * @param document the file
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendDocument(ChatId chatId, InputFile document) {
		return execute(SendDocument.of(chatId, document));
	}

	/**
	 * Sends a file of any type with a caption.
	 * @param chatId the identifier of the chat
	 * @param document the file
	 * @param caption the caption of the document, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendDocument(long chatId, InputFile document, String caption) {
		return execute(SendDocument.of(chatId, document).caption(caption));
	}

	/**
	 * Sends a file of any type with a caption.
	 * @param chatId the identifier or username of the chat
	 * @param document the file
	 * @param caption the caption of the document, up to 4096 characters of Markdown
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendDocument(ChatId chatId, InputFile document, String caption) {
		return execute(SendDocument.of(chatId, document).caption(caption));
	}

	/**
	 * Sends a sticker.
	 * @param chatId the identifier of the chat
	 * @param sticker the sticker, by its file identifier
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendSticker(long chatId, InputFile sticker) {
		return execute(SendSticker.of(chatId, sticker));
	}

	/**
	 * Sends a sticker.
	 * @param chatId the identifier or username of the chat
	 * @param sticker the sticker, by its file identifier
	 * @return the sent message
	 */
	@CheckReturnValue
	default Mono<Message> sendSticker(ChatId chatId, InputFile sticker) {
		return execute(SendSticker.of(chatId, sticker));
	}

	/**
	 * Sends an album.
	 * @param chatId the identifier of the chat
	 * @param media the items of the album
	 * @return the sent messages
	 */
	@CheckReturnValue
	default Mono<List<Message>> sendMediaGroup(long chatId, List<? extends InputMedia> media) {
		return execute(SendMediaGroup.of(chatId, media));
	}

	/**
	 * Sends an album.
	 * @param chatId the identifier or username of the chat
	 * @param media the items of the album
	 * @return the sent messages
	 */
	@CheckReturnValue
	default Mono<List<Message>> sendMediaGroup(ChatId chatId, List<? extends InputMedia> media) {
		return execute(SendMediaGroup.of(chatId, media));
	}

}
