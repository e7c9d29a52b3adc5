package io.github.balethon.emulator.botapi;

import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.LogText;
import io.github.balethon.emulator.world.BaleQuirk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes refused requests visible to the developer of the bot: in the log, and in the
 * calls of the control API.
 */
final class RefusalLog {

	private static final Logger logger = LoggerFactory.getLogger(RefusalLog.class);

	private static final Pattern METHOD = Pattern.compile("\\w{1,64}");

	/** Maximum length of a log line, as names of parameters may be long. */
	private static final int LONGEST = 1000;

	private final CallLog calls;

	RefusalLog(CallLog calls) {
		this.calls = calls;
	}

	/**
	 * Marks a recorded call as refused.
	 * @param call the call
	 * @param refusal the reason
	 * @return the response
	 */
	Answer refused(ReceivedCall call, Refusal refusal) {
		this.calls.refused(call, refusal);
		log(call.method(), refusal);
		return refusal.answer();
	}

	/**
	 * Records a request that is not a call of a known method.
	 * @param method the part of the path where a method is expected
	 * @param parameters the parameters without secrets
	 * @param refusal the reason
	 * @return the response
	 */
	Answer refused(String method, Parameters parameters, Refusal refusal) {
		// Any other text may contain the token.
		String name = METHOD.matcher(method).matches() ? method : "";
		this.calls.unknown(this.calls.call(name, parameters.asJson()), refusal);
		log(name, refusal);
		return refusal.answer();
	}

	private void log(String method, Refusal refusal) {
		if (!logger.isInfoEnabled()) {
			return;
		}
		StringBuilder text = new StringBuilder("Refused ").append(method.isEmpty() ? "a request" : method)
			.append(" with ")
			.append(refusal.code())
			.append(" '")
			.append(refusal.description())
			.append('\'');
		if (!refusal.reason().equals(refusal.description())) {
			text.append(": ").append(refusal.reason());
		}
		BaleQuirk quirk = refusal.quirk();
		if (quirk != null) {
			text.append(refusal.allowedWhenOn() ? "; enabling the quirk " : "; disabling the quirk ")
				.append(quirk)
				.append(" allows it");
		}
		logger.info(LogText.escape(shortened(text.toString())));
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
	}

}
