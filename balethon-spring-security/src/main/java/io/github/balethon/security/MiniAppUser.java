package io.github.balethon.security;

import java.time.Instant;

import io.github.balethon.client.InitData;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The user who opened a mini app, as signed by Bale: the principal of an authenticated
 * request. <pre class="code">
 * &#064;GetMapping("/api/orders")
 * List&lt;Order&gt; orders(&#064;AuthenticationPrincipal MiniAppUser user) {
 *   return this.orders.of(user.id());
 * }
 * </pre>
 *
 * @param user the user
 * @param initData the init data that the mini app has sent
 * @since 0.1.0
 */
public record MiniAppUser(User user, InitData initData) implements AuthenticatedPrincipal {

	/**
	 * Returns the identifier of the user, which never changes, unlike the username.
	 * @return the identifier, also that of the private chat with the bot
	 */
	public long id() {
		return this.user.id();
	}

	/**
	 * Returns the identifier of the user as text.
	 * @return the identifier
	 */
	@Override
	public String getName() {
		return Long.toString(this.user.id());
	}

	/**
	 * Returns the start parameter of the link that opened the mini app.
	 * @return the parameter, or {@code null} if there was none
	 */
	public @Nullable String startParam() {
		return this.initData.startParam();
	}

	/**
	 * Returns the time at which Bale signed the init data.
	 * @return the time
	 */
	public Instant authDate() {
		return this.initData.authDate();
	}

}
