package io.github.balethon.test.shop;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;

import org.springframework.stereotype.Component;

/**
 * Signs users up in a conversation.
 */
@Component
@BaleConversation("signup")
class SignupBot {

	@BaleCommand
	String signup(Conversation<SignUp> conversation) {
		conversation.moveTo("name");
		return "نام شما؟";
	}

	@BaleText(state = "name")
	String name(String text, Conversation<SignUp> conversation) {
		conversation.moveTo("age", new SignUp(text));
		return "سن شما؟";
	}

	@BaleText(state = "age", regex = "^\\d+$")
	String age(String text, Conversation<SignUp> conversation) {
		SignUp signUp = conversation.requireData();
		conversation.end();
		return signUp.name() + "، " + text + " ساله، ثبت شد";
	}

	@BaleText(state = "age")
	String notANumber() {
		return "یک عدد بنویسید";
	}

	@BaleHandler(state = "name", timeout = "30m")
	String late(Conversation<SignUp> conversation) {
		conversation.end();
		return "ثبت‌نام لغو شد";
	}

	record SignUp(String name) {

	}

}
