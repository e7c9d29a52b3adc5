package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Sends an album. An album consists of photos and videos, of documents only, or of audio
 * files only. Captions belong to its items.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param media the items of the album, at least one
 * @param replyToMessageId the identifier of the message to reply to
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendMediaGroup}</a>
 */
public record SendMediaGroup(@Nullable ChatId chatId, List<InputMedia> media,
		@Nullable Long replyToMessageId) implements ReplyMethod<List<Message>>, FileMethod<List<Message>> {

	private static final Logger logger = LoggerFactory.getLogger(SendMediaGroup.class);

	private static final int USUAL_SIZE = 10;

	private static final Type RESULT = new ParameterizedTypeReference<List<Message>>() {
	}.getType();

	public SendMediaGroup {
		media = Parameters.size("media", media, 1, Integer.MAX_VALUE);
		assertCompatible(media);
		Parameters.replyToMessageId(replyToMessageId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param media the items of the album, at least one
	 * @return the request
	 * @throws IllegalArgumentException if there is no item, or the types of the items
	 * cannot be combined
	 */
	public static SendMediaGroup of(List<? extends InputMedia> media) {
		if (media.size() > USUAL_SIZE) {
			logger.warn("Album of {} items created: Bale documents no limit, but probably rejects more than {}",
					media.size(), USUAL_SIZE);
		}
		return new SendMediaGroup(null, List.copyOf(media), null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param media the items of the album, at least one
	 * @return the request
	 * @throws IllegalArgumentException if there is no item, or the types of the items
	 * cannot be combined
	 */
	public static SendMediaGroup of(long chatId, List<? extends InputMedia> media) {
		return of(media).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param media the items of the album, at least one
	 * @return the request
	 * @throws IllegalArgumentException if there is no item, or the types of the items
	 * cannot be combined
	 */
	public static SendMediaGroup of(ChatId chatId, List<? extends InputMedia> media) {
		return of(media).chatId(chatId);
	}

	private static void assertCompatible(List<InputMedia> items) {
		List<String> kinds = items.stream().map(SendMediaGroup::family).distinct().toList();
		Assert.isTrue(!kinds.contains("animation"),
				"'media' must not contain an animation, which Bale accepts in no album. Use SendAnimation");
		Assert.isTrue(kinds.size() == 1,
				() -> "'media' must contain photos and videos, or documents only, or audio only, but contains "
						+ String.join(" and ", kinds));
	}

	private static String family(InputMedia item) {
		return (item instanceof InputMediaPhoto || item instanceof InputMediaVideo) ? "photos or videos" : item.type();
	}

	@Override
	@CheckReturnValue
	public SendMediaGroup chatId(ChatId chatId) {
		return new SendMediaGroup(chatId, this.media, this.replyToMessageId);
	}

	@Override
	@CheckReturnValue
	public SendMediaGroup replyToMessageId(long messageId) {
		return new SendMediaGroup(this.chatId, this.media, messageId);
	}

	@Override
	@CheckReturnValue
	public SendMediaGroup replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
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
