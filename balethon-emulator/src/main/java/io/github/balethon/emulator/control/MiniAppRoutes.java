package io.github.balethon.emulator.control;

import java.net.URI;

import io.github.balethon.emulator.botapi.BadParameter;
import io.github.balethon.emulator.botapi.InitData;
import io.github.balethon.emulator.botapi.Parameters;
import io.github.balethon.emulator.control.ControlRoutes.RouteGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.Chats;
import io.github.balethon.emulator.world.User;
import tools.jackson.databind.JsonNode;

/**
 * Control API for opening mini apps.
 *
 * @since 0.1.0
 */
public final class MiniAppRoutes implements RouteGroup {

	private final InitData initData;

	private final SenderFields senders;

	public MiniAppRoutes(Chats chats, InitData initData) {
		this.initData = initData;
		this.senders = new SenderFields(chats);
	}

	@Override
	public void addTo(ControlRoutes routes) {
		routes.post("mini-apps", this::open, "from", "name", "url", "start_param");
	}

	/**
	 * Opens a mini app as a user.
	 * @param parameters from, name, url, start_param
	 * @return the signed data, and the address with the data in its fragment, where the
	 * script of the mini app reads them
	 */
	private JsonNode open(Parameters parameters) {
		User user = this.senders.user(parameters);
		String address = withoutFragment(parameters.text("url", ""));
		String data = this.initData.of(user, parameters.text("start_param"));
		return Json.object()
			.put("init_data", data)
			.put("url", address + "#tgWebAppData=" + InitData.encode(data)
					+ "&tgWebAppVersion=8.0&tgWebAppPlatform=web&tgWebAppThemeParams=%7B%7D");
	}

	private String withoutFragment(String address) {
		try {
			URI uri = URI.create(address);
			if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
				return address.replaceFirst("#.*", "");
			}
		}
		catch (IllegalArgumentException ex) {
			// No URI.
		}
		throw new BadParameter("url", "an address with http or https");
	}

}
