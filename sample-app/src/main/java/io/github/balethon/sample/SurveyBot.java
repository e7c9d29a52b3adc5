package io.github.balethon.sample;

import java.util.UUID;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.conversation.Dialogue;

import org.springframework.stereotype.Component;

/**
 * Demonstrates a dialogue: a survey that asks one question after the other.
 */
@Component
class SurveyBot {

	@BaleCommand
	String survey(Dialogue talk) {
		String city = talk.ask("از کدام شهر هستید؟");
		int visits = talk.ask("چند بار خرید کرده‌اید؟", Integer.class, (number) -> number >= 0, "یک عدد بنویسید");
		Mood mood = talk.choose("راضی بودید؟", Mood.values());
		String code = talk.once("code", () -> UUID.randomUUID().toString().substring(0, 8));
		return city + "، " + visits + " خرید، " + mood + ". کد تخفیف شما: " + code;
	}

	enum Mood {

		GOOD("راضی"), BAD("ناراضی");

		private final String label;

		Mood(String label) {
			this.label = label;
		}

		@Override
		public String toString() {
			return this.label;
		}

	}

}
