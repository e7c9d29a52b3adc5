package io.github.balethon.emulator.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.LocalGuard;
import io.github.balethon.emulator.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * The chat page and its files, which are read from the classpath once. Its content
 * security policy permits only these files and connections to the emulator.
 *
 * @since 0.1.0
 */
public final class ChatPage {

	private static final String HTML = "text/html; charset=utf-8";

	private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
					+ "media-src 'self'; connect-src 'self'; frame-src http: https:; "
					+ "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
					+ "require-trusted-types-for 'script'; trusted-types 'none'",
			"Referrer-Policy", "no-referrer", "Cross-Origin-Opener-Policy", "same-origin",
			"Cross-Origin-Resource-Policy", "same-origin", "Vary", "Accept");

	private static final String[] FILES = { "chat.css", "bubbles.css", "sheets.css", "developer.css", "icon.svg",
			"look.js", "main.js", "api.js", "attachment.js", "chats.js", "commands.js", "composer.js", "developer.js",
			"dom.js", "files.js", "keyboards.js", "live.js", "log.js", "markdown.js", "menu.js", "message.js",
			"miniapp.js", "notices.js", "pane.js", "panes.js", "payment.js", "senders.js", "sheet.js", "texts.en.js",
			"texts.fa.js", "texts.js", "viewer.js", "voice.js" };

	/** The script that mini apps load. */
	private static final String SCRIPT = "miniapp-sdk.js";

	private final Answer page = answer("index.html");

	private final Map<String, Answer> files = new LinkedHashMap<>();

	public ChatPage() {
		for (String file : FILES) {
			this.files.put("/page/" + file, answer(file));
		}
		this.files.put(LocalGuard.MINI_APP_SCRIPT,
				answer(SCRIPT).with(Map.of("Cross-Origin-Resource-Policy", "cross-origin")));
	}

	/**
	 * Returns the response to a request for the page or one of its files.
	 * @param request a GET request
	 * @return the page for browsers, a text for other clients, a file, or {@code null}
	 * for other addresses
	 */
	public @Nullable Answer find(Request request) {
		if (request.path().equals("/")) {
			return request.wantsPage() ? this.page
					: Answer.text(LandingText.text(request.host())).with(Map.of("Vary", "Accept"));
		}
		return this.files.get(request.path());
	}

	private static Answer answer(String file) {
		return new Answer(200, contentType(file), read(file), HEADERS, null);
	}

	private static String contentType(String file) {
		return switch (file.substring(file.lastIndexOf('.'))) {
			case ".css" -> "text/css; charset=utf-8";
			case ".js" -> "text/javascript; charset=utf-8";
			case ".svg" -> "image/svg+xml";
			default -> HTML;
		};
	}

	private static byte[] read(String file) {
		try (InputStream in = ChatPage.class.getResourceAsStream("page/" + file)) {
			if (in == null) {
				throw new IllegalStateException("Missing resource page/" + file + " of the emulator.");
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
