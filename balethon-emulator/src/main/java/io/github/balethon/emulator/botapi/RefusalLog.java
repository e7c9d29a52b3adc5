package io.github.balethon.emulator.botapi;

import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.LogText;
import io.github.balethon.emulator.world.BaleQuirk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes refused requests visible to whoever develops the bot: in the log, and among the
 * calls that the control API lists.
 */
final class RefusalLog {

	private static final Logger logger = LoggerFactory.getLogger(RefusalLog.class);

	private static final Pattern METHOD = Pattern.compile("\\w{1,64}");

	/** Names of parameters may be as long as a request. */
	private static final int LONGEST = 1000;

	private final CallLog calls;

	RefusalLog(CallLog calls) {
		this.calls = calls;
	}

	/**
	 * Notes that a recorded call was refused.
	 * @param call the call
	 * @param refusal why
	 * @return the answer
	 */
	Answer refused(ReceivedCall call, Refusal refusal) {
		this.calls.refused(call, refusal);
		log(call.method(), refusal);
		return refusal.answer();
	}

	/**
	 * Records a request that is no call of a known method.
	 * @param method what stands in the address where a method belongs; anything
	 * @param parameters the parameters, as far as they may be shown
	 * @param refusal why it was refused
	 * @return the answer
	 */
	Answer refused(String method, Parameters parameters, Refusal refusal) {
		// Whatever else stands there may hold the token.
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
			text.append(refusal.allowedWhenOn() ? "; the quirk " : "; switching off the quirk ")
				.append(quirk)
				.append(" allows it");
		}
		logger.info(LogText.escape(shortened(text.toString())));
	}

	private static String shortened(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
	}

}
