package io.github.balethon.emulator;

import java.util.List;

import io.github.balethon.emulator.botapi.BotAccount;
import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.botapi.InitData;
import io.github.balethon.emulator.control.ChatRoutes;
import io.github.balethon.emulator.control.ControlEvents;
import io.github.balethon.emulator.control.ControlRoutes;
import io.github.balethon.emulator.control.EventFeed;
import io.github.balethon.emulator.control.FaultRoutes;
import io.github.balethon.emulator.control.GroupRoutes;
import io.github.balethon.emulator.control.InteractionRoutes;
import io.github.balethon.emulator.control.MessageRoutes;
import io.github.balethon.emulator.control.MiniAppRoutes;
import io.github.balethon.emulator.control.PageEvents;
import io.github.balethon.emulator.control.UpdateRoutes;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.Conversation;
import io.github.balethon.emulator.world.World;

/**
 * Assembles the control API of a bot.
 */
final class ControlApi {

	private ControlApi() {
	}

	static ControlRoutes routes(BotAccount account, World world, BotApi api, InitData initData, EventFeed feed,
			PageEvents page) {
		Chats chats = world.chats();
		Conversation conversation = world.conversation();
		return new ControlRoutes(List.of(new MessageRoutes(chats, conversation), new ChatRoutes(chats, conversation),
				new InteractionRoutes(world), new GroupRoutes(chats, conversation), new MiniAppRoutes(chats, initData),
				new FaultRoutes(api.faults(), api.methods(), world.quirks()),
				new UpdateRoutes(world.updates(), api.calls(), api.methods(), page)),
				new ControlEvents(account, world, feed, api::commands), api.files());
	}

}
