package io.github.balethon.sample;

import java.util.List;
import java.util.stream.Collectors;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.Content;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Welcomes new members of a group.
 */
@Component
class WelcomeBot {

	@BaleHandler(content = Content.NEW_CHAT_MEMBERS, chat = ChatType.GROUP, reply = true)
	@Nullable String welcome(List<User> members) {
		String names = members.stream()
			.filter((member) -> !member.isBot())
			.map(User::fullName)
			.collect(Collectors.joining("، "));
		return names.isEmpty() ? null : names + "، خوش آمدید";
	}

}
