package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sets the photo of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param photo the photo, which must be an upload
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code setChatPhoto}</a>
 */
public record SetChatPhoto(@Nullable ChatId chatId,
		InputFile photo) implements ChatMethod<Boolean>, FileMethod<Boolean> {

	public SetChatPhoto {
		Parameters.upload("photo", photo);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param photo the photo, which must be an upload
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatPhoto of(InputFile photo) {
		return new SetChatPhoto(null, photo);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param photo the photo, which must be an upload
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatPhoto of(long chatId, InputFile photo) {
		return of(photo).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param photo the photo, which must be an upload
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatPhoto of(ChatId chatId, InputFile photo) {
		return of(photo).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SetChatPhoto chatId(ChatId chatId) {
		return new SetChatPhoto(chatId, this.photo);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.photo);
	}

	@Override
	public String methodName() {
		return "setChatPhoto";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
