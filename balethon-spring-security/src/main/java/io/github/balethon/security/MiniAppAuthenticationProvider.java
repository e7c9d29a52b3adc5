package io.github.balethon.security;

import java.util.Collection;
import java.util.function.Function;

import io.github.balethon.client.InitData;
import io.github.balethon.client.InitDataValidator;
import io.github.balethon.client.InvalidInitDataException;
import io.github.balethon.model.User;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Authenticates the user of a mini app: validates the signature and the age of the init
 * data. Needs no network.
 */
final class MiniAppAuthenticationProvider implements AuthenticationProvider {

	private final InitDataValidator validator;

	private final Function<MiniAppUser, ? extends Collection<? extends GrantedAuthority>> authorities;

	/**
	 * Creates a provider.
	 * @param validator the validator
	 * @param authorities returns the authorities of a user
	 */
	MiniAppAuthenticationProvider(InitDataValidator validator,
			Function<MiniAppUser, ? extends Collection<? extends GrantedAuthority>> authorities) {
		this.validator = validator;
		this.authorities = authorities;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		MiniAppUser user = validate(String.valueOf(authentication.getCredentials()));
		MiniAppAuthentication result = MiniAppAuthentication.authenticated(user, this.authorities.apply(user));
		result.setDetails(authentication.getDetails());
		return result;
	}

	private MiniAppUser validate(String initData) {
		try {
			InitData valid = this.validator.validate(initData);
			User user = valid.user();
			if (user == null) {
				throw new InvalidInitDataAuthenticationException("Init data has no user");
			}
			return new MiniAppUser(user, valid);
		}
		catch (InvalidInitDataException ex) {
			throw new InvalidInitDataAuthenticationException(ex);
		}
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return MiniAppAuthentication.class.isAssignableFrom(authentication);
	}

}
