package io.github.balethon.sample;

import io.github.balethon.access.RequireMembership;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CommandArgs;

import org.springframework.stereotype.Component;

/**
 * Serves members of a channel only. Others get buttons to join and to check, and the
 * second one handles the update that was refused.
 */
@Component
class MembershipBot {

	@BaleCommand
	@RequireMembership("${sample.channel}")
	String gift(@CommandArgs String what) {
		return "هدیهٔ شما: " + what;
	}

}
