package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.Assert;

/**
 * Sends an album: Bale's {@code sendMediaGroup}. Photos and videos mix; documents and
 * audio stay among their own kind. Texts belong to the items.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param media items of the album
 * @param replyToMessageId message to answer
 * @since 0.1.0
 */
public record SendMediaGroup(@Nullable ChatId chatId, List<InputMedia> media,
		@Nullable Long replyToMessageId) implements ReplyMethod<List<Message>>, FileMethod<List<Message>> {

	private static final Logger logger = LoggerFactory.getLogger(SendMediaGroup.class);

	private static final int USUAL_SIZE = 10;

	private static final Type RESULT = new ParameterizedTypeReference<List<Message>>() {
	}.getType();

	/**
	 * For the chat of the update, for handlers to return.
	 * @param media the items
	 * @return the request
	 * @throws IllegalArgumentException if there is no item, or the kinds do not mix
	 */
	public static SendMediaGroup of(List<? extends InputMedia> media) {
		List<InputMedia> items = Parameters.size("media", media, 1, Integer.MAX_VALUE);
		if (items.size() > USUAL_SIZE) {
			logger.warn("An album of {} items was built; Bale documents no limit, but more than {} are likely refused",
					items.size(), USUAL_SIZE);
		}
		assertThatKindsMix(items);
		return new SendMediaGroup(null, items, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param media the items
	 * @return the request
	 * @throws IllegalArgumentException if there is no item, or the kinds do not mix
	 */
	public static SendMediaGroup of(long chatId, List<? extends InputMedia> media) {
		return of(media).chatId(ChatId.of(chatId));
	}

	private static void assertThatKindsMix(List<InputMedia> items) {
		List<String> kinds = items.stream().map(SendMediaGroup::family).distinct().toList();
		Assert.isTrue(!kinds.contains("animation"),
				"'media' must not hold an animation: Bale takes it in no album, " + "but alone, by SendAnimation");
		Assert.isTrue(kinds.size() == 1, () -> "'media' must hold photos and videos, or documents only, or audio only, "
				+ "but holds " + String.join(" and ", kinds));
	}

	private static String family(InputMedia item) {
		return (item instanceof InputMediaPhoto || item instanceof InputMediaVideo) ? "photos or videos" : item.type();
	}

	@Override
	public SendMediaGroup chatId(ChatId chatId) {
		return new SendMediaGroup(chatId, this.media, this.replyToMessageId);
	}

	@Override
	public SendMediaGroup replyToMessageId(long messageId) {
		return new SendMediaGroup(this.chatId, this.media, messageId);
	}

	@Override
	public List<InputFile> files() {
		return this.media.stream().flatMap((item) -> item.files().stream()).toList();
	}

	@Override
	public String methodName() {
		return "sendMediaGroup";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
