package io.github.balethon.security;

import java.util.List;

import io.github.balethon.client.InitData;
import io.github.balethon.client.InitDataValidator;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints of a mini app.
 */
@RestController
class MiniAppController {

	private final InitDataValidator validator;

	MiniAppController(InitDataValidator validator) {
		this.validator = validator;
	}

	@RequestMapping(path = { "/api/me", "/archive/me", "/archive/admin" }, produces = "text/plain;charset=UTF-8")
	String me(@AuthenticationPrincipal MiniAppUser user, Authentication authentication) {
		return user.getName() + " " + user.user().firstName() + " " + authentication.getAuthorities() + " "
				+ authentication.getCredentials();
	}

	@GetMapping("/api/orders")
	List<String> orders(@AuthenticationPrincipal MiniAppUser user) {
		return List.of("Orders of " + user.user().fullName());
	}

	@PostMapping("/orders")
	String order(@RequestHeader("X-Init-Data") String initData) {
		InitData valid = this.validator.validate(initData);
		return "Order of " + valid.user();
	}

}
