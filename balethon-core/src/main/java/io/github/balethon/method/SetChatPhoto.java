package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Changes the photo of a group or channel: Bale's {@code setChatPhoto}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param photo photo, an upload
 * @since 0.1.0
 */
public record SetChatPhoto(@Nullable ChatId chatId,
		InputFile photo) implements ChatMethod<Boolean>, FileMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param photo the photo
	 * @return the request
	 * @throws IllegalArgumentException if the photo is no upload
	 */
	public static SetChatPhoto of(InputFile photo) {
		return new SetChatPhoto(null, Parameters.upload("photo", photo));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param photo the photo
	 * @return the request
	 * @throws IllegalArgumentException if the photo is no upload
	 */
	public static SetChatPhoto of(long chatId, InputFile photo) {
		return of(photo).chatId(ChatId.of(chatId));
	}

	@Override
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
