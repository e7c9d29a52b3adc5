package io.github.balethon.handler.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.Animation;
import io.github.balethon.model.Audio;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Document;
import io.github.balethon.model.Location;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.Poll;
import io.github.balethon.model.Sticker;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.Video;
import io.github.balethon.model.Voice;

import org.springframework.core.ResolvableType;

/**
 * Rejects handlers with conditions that no update of Bale can satisfy.
 */
final class SatisfiabilityChecks {

	private static final int CALLBACK_BYTES = 64;

	private static final int TEXT_LENGTH = 4096;

	private static final int ANSWER_LENGTH = 200;

	private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

	// The others may have a caption.
	private static final Set<Content> WITH_TEXT = withText();

	// A document also comes along with what else the file is.
	private static final Map<Class<?>, Set<Content>> WITH_PART = Map.of(String.class, WITH_TEXT, PhotoSize.class,
			EnumSet.of(Content.PHOTO), Voice.class, EnumSet.of(Content.VOICE), Audio.class, EnumSet.of(Content.AUDIO),
			Video.class, EnumSet.of(Content.VIDEO), Animation.class, EnumSet.of(Content.ANIMATION), Contact.class,
			EnumSet.of(Content.CONTACT), Location.class, EnumSet.of(Content.LOCATION), Sticker.class,
			EnumSet.of(Content.STICKER), Document.class, EnumSet.of(Content.DOCUMENT, Content.VOICE, Content.AUDIO,
					Content.VIDEO, Content.ANIMATION, Content.STICKER));

	private SatisfiabilityChecks() {
	}

	private static Set<Content> withText() {
		Set<Content> contents = EnumSet.allOf(Content.class);
		contents.removeIf((content) -> switch (content) {
			case CONTACT, LOCATION, STICKER, POLL -> true;
			default -> content.isService();
		});
		return contents;
	}

	/**
	 * Returns the content of messages that may have a value of a type.
	 * @param type the type
	 * @return the kinds of content; empty for all, or if it is unknown
	 */
	static Set<Content> contentsWith(ResolvableType type) {
		Class<?> raw = type.toClass();
		if (raw == Poll.class) {
			return EnumSet.of(Content.POLL);
		}
		if (raw == List.class && type.getGeneric().toClass() == PhotoSize.class) {
			return EnumSet.of(Content.PHOTO);
		}
		return WITH_PART.getOrDefault(raw, Set.of());
	}

	static void requirePossibleIdentifiers(HandlerCondition.Guard guard, String handler) {
		for (ChatId sender : guard.senders()) {
			if (sender.value() instanceof Long id && id <= 0) {
				throw new InvalidHandlerException(
						"Handler %s has the sender %s, which no user has as identifier.".formatted(handler, sender),
						"Set 'sender' to the identifier of a user, and 'chatId' to that of a group or channel.");
			}
		}
		if (guard.chatIds().contains(ChatId.of(0))) {
			throw new InvalidHandlerException("Handler %s has the chatId 0, which no chat has.".formatted(handler),
					"Set 'chatId' to the identifier of the chat, or remove it.");
		}
	}

	static void requirePossibleTexts(HandlerCondition condition, String handler) {
		condition.callbacks().forEach((data) -> requirePossibleCallback(data, handler));
		condition.callbackPatterns()
			.stream()
			.filter(TextPattern::template)
			.forEach((template) -> requirePossibleTemplate(template.source(), handler));
		for (String text : condition.texts()) {
			if (text.isEmpty()) {
				throw new InvalidHandlerException(
						"Handler %s has an empty text, which no message has.".formatted(handler),
						"Write at least one character, or remove 'text' to get every text.");
			}
			if (text.length() > TEXT_LENGTH) {
				throw new InvalidHandlerException(
						"Handler %s has a text of %d characters, which no message can have.".formatted(handler,
								text.length()),
						"A message has at most %d characters: use 'regex' for a part of it.".formatted(TEXT_LENGTH));
			}
		}
		for (String command : condition.commands()) {
			if (command.indexOf('@', 1) > 0) {
				throw new InvalidHandlerException(
						"Handler %s has the command \"%s\", which contains an @.".formatted(handler, command),
						"Name the command without the username of the bot, which is compared anyway.");
			}
		}
	}

	private static void requirePossibleCallback(String data, String handler) {
		if (data.isEmpty()) {
			throw new InvalidHandlerException(
					"Handler %s has empty callback data, which no button has.".formatted(handler),
					"Write at least one character, or remove 'callback' and set 'kind' to CALLBACK_QUERY to get every "
							+ "callback query.");
		}
		requireClosedBraces(data, data, handler);
		int bytes = bytes(data);
		if (bytes > CALLBACK_BYTES) {
			throw new InvalidHandlerException(
					"Handler %s has callback data of %d bytes, which no button can have.".formatted(handler, bytes),
					"Callback data has at most %d bytes in UTF-8, about 32 Persian letters: shorten \"%s\"."
						.formatted(CALLBACK_BYTES, data));
		}
	}

	private static void requirePossibleTemplate(String template, String handler) {
		Matcher variables = VARIABLE.matcher(template);
		int least = 0;
		int end = 0;
		while (variables.find()) {
			if (variables.start() > 0 && variables.start() == end) {
				throw new InvalidHandlerException(
						"Handler %s has the callback template \"%s\", in which nothing separates two variables."
							.formatted(handler, template),
						"Separate them, such as {a}:{b}, or use 'callbackRegex'.");
			}
			end = variables.end();
			least++;
		}
		String literal = variables.replaceAll("");
		requireClosedBraces(template, literal, handler);
		least += bytes(literal);
		if (least > CALLBACK_BYTES) {
			throw new InvalidHandlerException(
					"Handler %s has the callback template \"%s\", which fits only data of %d bytes or more."
						.formatted(handler, template, least),
					"Callback data has at most %d bytes in UTF-8: shorten the template.".formatted(CALLBACK_BYTES));
		}
	}

	private static void requireClosedBraces(String written, String literal, String handler) {
		int open = literal.indexOf('{');
		if (open >= 0 || literal.indexOf('}') >= 0) {
			throw new InvalidHandlerException(
					"Handler %s has the callback data \"%s\" with an %s brace.".formatted(handler, written,
							(open >= 0) ? "unclosed" : "unopened"),
					"Write variables as {id}, and use 'callbackRegex' for data that contains braces.");
		}
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	static void requirePossibleAnswer(String answer, String handler) {
		if (answer.length() > ANSWER_LENGTH) {
			throw new InvalidHandlerException(
					"Handler %s has an answer of %d characters, which Bale rejects.".formatted(handler,
							answer.length()),
					"An answer to a callback query has at most %d characters: return the text instead."
						.formatted(ANSWER_LENGTH));
		}
	}

	static void requirePossibleContents(HandlerParameter[] parameters, HandlerCondition condition, String handler) {
		Set<Content> wanted = condition.guard().contents().isEmpty() ? EnumSet.allOf(Content.class)
				: EnumSet.copyOf(condition.guard().contents());
		if (condition.matchesText()) {
			wanted.retainAll(WITH_TEXT);
			if (wanted.isEmpty()) {
				throw new InvalidHandlerException("Handler %s requires a text of a message with %s, which has none."
					.formatted(handler, condition.guard().contents()), "Remove 'content' or the text.");
			}
		}
		Set<Content> together = EnumSet.copyOf(wanted);
		Set<UpdateKind> kinds = EnumSet.copyOf(condition.kinds());
		List<String> required = new ArrayList<>();
		for (int i = 0; i < parameters.length; i++) {
			HandlerParameter parameter = parameters[i];
			if (parameter.nullable() || parameter.kinds().isEmpty()) {
				continue;
			}
			kinds.retainAll(parameter.kinds());
			Set<Content> contents = contents(parameter, condition);
			if (contents.stream().noneMatch(wanted::contains)) {
				throw new InvalidHandlerException(
						"Handler %s matches %s, which never has a value for parameter %d (%s).".formatted(handler,
								condition, i + 1, parameter.type()),
						"Remove the parameter, annotate it with @Nullable, or set 'content' to one of %s."
							.formatted(contents));
			}
			together.retainAll(contents);
			if (contents.size() < Content.values().length || parameter.kinds().size() < UpdateKind.values().length) {
				required.add(parameter.type());
			}
			if (together.isEmpty() || kinds.isEmpty()) {
				throw new InvalidHandlerException(
						"Handler %s has parameters that no message has at the same time: %s.".formatted(handler,
								String.join(" and ", required)),
						"Write one handler for each, or annotate optional parameters with @Nullable.");
			}
		}
	}

	// A callback query has its text in its data, and the content of the message is that
	// of the message with the button.
	private static Set<Content> contents(HandlerParameter parameter, HandlerCondition condition) {
		boolean anything = parameter.contents().isEmpty() || (condition.kinds().contains(UpdateKind.CALLBACK_QUERY)
				&& parameter.kinds().contains(UpdateKind.CALLBACK_QUERY));
		return anything ? EnumSet.allOf(Content.class) : parameter.contents();
	}

}
