package io.github.balethon.security;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/**
 * Authentication by the init data of a mini app. Before the authentication it has the raw
 * init data as credentials; afterwards a {@link MiniAppUser} as principal, and no
 * credentials. It is valid for one request and must not be stored in a session.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class MiniAppAuthentication extends AbstractAuthenticationToken {

	private final @Nullable MiniAppUser user;

	private final @Nullable String initData;

	private MiniAppAuthentication(@Nullable MiniAppUser user, @Nullable String initData,
			Collection<? extends GrantedAuthority> authorities) {
		super(authorities);
		this.user = user;
		this.initData = initData;
		super.setAuthenticated(user != null);
	}

	/**
	 * Creates an authentication that is to be verified.
	 * @param initData the raw init data
	 * @return the authentication
	 */
	static MiniAppAuthentication unauthenticated(String initData) {
		return new MiniAppAuthentication(null, initData, List.of());
	}

	/**
	 * Creates an authentication whose init data was verified, also for tests of
	 * controllers.
	 * @param user the user
	 * @param authorities the authorities of the user
	 * @return the authentication
	 */
	public static MiniAppAuthentication authenticated(MiniAppUser user,
			Collection<? extends GrantedAuthority> authorities) {
		return new MiniAppAuthentication(user, null, authorities);
	}

	/**
	 * Returns the user.
	 * @return the user as a {@link MiniAppUser}, or {@code null} before the
	 * authentication
	 */
	@Override
	public @Nullable Object getPrincipal() {
		return this.user;
	}

	/**
	 * Returns the raw init data.
	 * @return the init data, or {@code null} after the authentication
	 */
	@Override
	public @Nullable Object getCredentials() {
		return this.initData;
	}

	@Override
	public void setAuthenticated(boolean authenticated) {
		if (authenticated) {
			throw new IllegalArgumentException(
					"Create an authenticated instance with authenticated(user, authorities)");
		}
		super.setAuthenticated(false);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof MiniAppAuthentication that && super.equals(that)
				&& Objects.equals(this.initData, that.initData);
	}

	@Override
	public int hashCode() {
		return super.hashCode() * 31 + Objects.hashCode(this.initData);
	}

}
