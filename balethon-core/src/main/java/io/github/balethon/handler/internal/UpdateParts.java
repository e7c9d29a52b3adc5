package io.github.balethon.handler.internal;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Animation;
import io.github.balethon.model.Audio;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Document;
import io.github.balethon.model.Invoice;
import io.github.balethon.model.Location;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageEntity;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.Poll;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ShippingQuery;
import io.github.balethon.model.Sticker;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import io.github.balethon.model.Video;
import io.github.balethon.model.Voice;
import io.github.balethon.model.WebAppData;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Parts of an update that parameters may be bound to by their type.
 */
final class UpdateParts {

	private static final Set<UpdateKind> ALL = EnumSet.allOf(UpdateKind.class);

	private static final Set<UpdateKind> MESSAGES = EnumSet.of(UpdateKind.MESSAGE, UpdateKind.EDITED_MESSAGE);

	private final Map<Class<?>, Part> byType = new LinkedHashMap<>();

	private final Map<Class<?>, Part> listsByElement = new LinkedHashMap<>();

	UpdateParts() {
		always(Update.class, BaleContext::update);
		always(BaleContext.class, (context) -> context);
		always(BaleClient.class, BaleContext::client);
		always(BlockingBaleClient.class, (context) -> context.client().blocking());
		always(Locale.class, BaleContext::locale);
		always(UpdateKind.class, BaleContext::kind);
		some(User.class, ALL, (context) -> context.update().from());
		some(Chat.class, ALL, (context) -> context.update().chat());
		some(ChatId.class, ALL, (context) -> context.hasChat() ? context.chatId() : null);
		some(Message.class, EnumSet.complementOf(EnumSet.of(UpdateKind.PRE_CHECKOUT_QUERY, UpdateKind.SHIPPING_QUERY,
				UpdateKind.STATE_TIMEOUT, UpdateKind.UNKNOWN)), BaleContext::message);
		some(String.class, EnumSet.of(UpdateKind.MESSAGE, UpdateKind.EDITED_MESSAGE, UpdateKind.CALLBACK_QUERY),
				BaleContext::text);
		some(CallbackQuery.class, EnumSet.of(UpdateKind.CALLBACK_QUERY), (context) -> context.update().callbackQuery());
		some(PreCheckoutQuery.class, EnumSet.of(UpdateKind.PRE_CHECKOUT_QUERY),
				(context) -> context.update().preCheckoutQuery());
		some(ShippingQuery.class, EnumSet.of(UpdateKind.SHIPPING_QUERY), (context) -> context.update().shippingQuery());
		some(SuccessfulPayment.class, EnumSet.of(UpdateKind.SUCCESSFUL_PAYMENT), ofMessage(Message::successfulPayment));
		some(WebAppData.class, EnumSet.of(UpdateKind.WEB_APP_DATA), ofMessage(Message::webAppData));
		content(PhotoSize.class, Content.PHOTO, Message::largestPhoto);
		content(Document.class, Content.DOCUMENT, Message::document);
		content(Audio.class, Content.AUDIO, Message::audio);
		content(Voice.class, Content.VOICE, Message::voice);
		content(Video.class, Content.VIDEO, Message::video);
		content(Animation.class, Content.ANIMATION, Message::animation);
		content(Sticker.class, Content.STICKER, Message::sticker);
		content(Contact.class, Content.CONTACT, Message::contact);
		content(Location.class, Content.LOCATION, Message::location);
		content(Invoice.class, Content.INVOICE, Message::invoice);
		content(Poll.class, Content.POLL, Message::poll);
		list(PhotoSize.class, MESSAGES, Message::photo);
		list(MessageEntity.class, MESSAGES, Message::entities);
		list(User.class, EnumSet.of(UpdateKind.NEW_CHAT_MEMBERS), Message::newChatMembers);
		this.listsByElement.put(Message.class,
				new Part((context) -> (context.kind() == UpdateKind.MESSAGE) ? context.messages() : null,
						EnumSet.of(UpdateKind.MESSAGE), true, null));
	}

	private void always(Class<?> type, Function<BaleContext, @Nullable Object> value) {
		this.byType.put(type, new Part(value, ALL, false, null));
	}

	private void some(Class<?> type, Set<UpdateKind> kinds, Function<BaleContext, @Nullable Object> value) {
		this.byType.put(type, new Part(value, kinds, true, null));
	}

	// Also files that Bale sends as another kind of content: a song that is sent as a
	// document has no Audio.
	private void content(Class<?> type, Content content, Function<Message, @Nullable Object> value) {
		this.byType.put(type, new Part(ofMessage(value), MESSAGES, true, content));
	}

	private void list(Class<?> element, Set<UpdateKind> kinds, Function<Message, List<?>> value) {
		this.listsByElement.put(element, new Part(ofMessage((message) -> {
			List<?> list = value.apply(message);
			return list.isEmpty() ? null : list;
		}), kinds, true, null));
	}

	private static Function<BaleContext, @Nullable Object> ofMessage(Function<Message, @Nullable Object> value) {
		return (context) -> {
			Message message = context.message();
			return (message != null) ? value.apply(message) : null;
		};
	}

	/**
	 * Whether a type is that of the messages that are handled together.
	 * @param type the type
	 * @return {@code true} for {@code List<Message>}
	 */
	static boolean isMessages(ResolvableType type) {
		return type.toClass() == List.class && type.getGeneric().toClass() == Message.class;
	}

	@Nullable Part find(ResolvableType type) {
		if (type.toClass() == List.class) {
			return this.listsByElement.get(type.getGeneric().toClass());
		}
		return this.byType.get(type.toClass());
	}

	String supportedTypes() {
		String types = this.byType.keySet()
			.stream()
			.map(Class::getSimpleName)
			.sorted()
			.collect(Collectors.joining(", "));
		String lists = this.listsByElement.keySet()
			.stream()
			.map((element) -> "List<" + element.getSimpleName() + ">")
			.sorted()
			.collect(Collectors.joining(", "));
		return types + ", " + lists;
	}

	/**
	 * Part of an update.
	 *
	 * @param value extracts the part
	 * @param kinds kinds of updates that may have the part
	 * @param mayBeMissing whether updates of these kinds may lack the part
	 * @param content the kind of content, if the part is one
	 */
	record Part(Function<BaleContext, @Nullable Object> value, Set<UpdateKind> kinds, boolean mayBeMissing,
			@Nullable Content content) {

	}

}
