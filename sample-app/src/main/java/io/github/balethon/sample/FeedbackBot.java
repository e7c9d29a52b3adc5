package io.github.balethon.sample;

import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleConversation;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.model.Message;

import org.springframework.stereotype.Component;

/**
 * Takes feedback that a user writes in several messages.
 */
@Component
@BaleConversation("feedback")
class FeedbackBot {

	@BaleCommand
	String feedback(Conversation<?> conversation) {
		conversation.moveTo("text");
		return "نظر خود را در یک یا چند پیام بنویسید";
	}

	@BaleText(state = "text", collect = "2s")
	String text(List<Message> messages, Conversation<?> conversation) {
		conversation.end();
		return messages.size() + " پیام ثبت شد، سپاس";
	}

}
