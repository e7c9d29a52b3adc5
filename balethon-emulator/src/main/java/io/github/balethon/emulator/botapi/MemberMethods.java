package io.github.balethon.emulator.botapi;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.balethon.emulator.botapi.BotMethods.MethodGroup;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.GroupChat;
import io.github.balethon.emulator.world.Members;
import io.github.balethon.emulator.world.Members.Member;
import io.github.balethon.emulator.world.Members.Status;
import io.github.balethon.emulator.world.Quirks;
import io.github.balethon.emulator.world.User;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/**
 * Methods for the members of groups and channels.
 */
final class MemberMethods implements MethodGroup {

	private static final String RESTRICT = "can_restrict_members";

	/** Rights that are parameters; the others occur in results only. */
	private static final List<String> DOCUMENTED_RIGHTS = List.of("can_change_info", "can_post_messages",
			"can_edit_messages", "can_delete_messages", "can_manage_video_chats", "can_invite_users", RESTRICT);

	private final ChatParameter chats;

	private final WireJson wire;

	private final BotAccount account;

	private final Quirks quirks;

	MemberMethods(ChatParameter chats, WireJson wire, BotAccount account, Quirks quirks) {
		this.chats = chats;
		this.wire = wire;
		this.account = account;
		this.quirks = quirks;
	}

	@Override
	public void addTo(BotMethods methods) {
		methods.add("getChatAdministrators", this::administrators, "chat_id");
		methods.add("getChatMembersCount", this::count, "chat_id");
		methods.add("getChatMemberCount", this::count, "chat_id");
		methods.add("getChatMember", this::member, "chat_id", "user_id");
		methods.add("banChatMember", this::ban, "chat_id", "user_id");
		methods.add("unbanChatMember", this::unban, "chat_id", "user_id", "only_if_banned");
		methods.add("restrictChatMember", this::restrict, "chat_id", "user_id", "permissions");
		methods.add("setChatPermissions", this::setPermissions, "chat_id", "permissions");
		methods.add("inviteUser", this::invite, "chat_id", "user_id");
		Set<String> rights = new TreeSet<>(DOCUMENTED_RIGHTS);
		rights.addAll(Set.of("chat_id", "user_id"));
		methods.add("promoteChatMember", this::promote, rights.toArray(String[]::new));
	}

	private JsonNode administrators(Parameters parameters) {
		GroupChat group = this.chats.group(parameters);
		ArrayNode json = Json.array();
		for (User user : group.administrators()) {
			json.add(this.wire.member(this.wire.user(user), group.membership().of(user)));
		}
		if (this.chats.isAdministrator(group)) {
			json.add(this.wire.member(this.account.toJson(), group.membership().bot()));
		}
		return json;
	}

	private JsonNode count(Parameters parameters) {
		return IntNode.valueOf(this.chats.group(parameters).membership().size());
	}

	/**
	 * Returns a member. The bot must be an administrator; a user who is not a member is
	 * an error.
	 * @param parameters chat_id, user_id
	 * @return the member
	 */
	private JsonNode member(Parameters parameters) {
		GroupChat group = this.chats.group(parameters);
		if (!this.chats.isAdministrator(group)) {
			throw Refusal.missingRight(this.quirks, "only administrators may call getChatMember");
		}
		if (parameters.neededInteger("user_id") == this.account.id()) {
			return this.wire.member(this.account.toJson(), group.membership().bot());
		}
		User user = this.chats.user(parameters);
		Member member = group.membership().of(user);
		if (member == null && !this.quirks.has(BaleQuirk.NON_MEMBERS_HAVE_LEFT)) {
			throw new Refusal(400, "Bad Request: user not found").because("the user is not a member of the chat")
				.allowedBy(BaleQuirk.NON_MEMBERS_HAVE_LEFT, true);
		}
		return this.wire.member(this.wire.user(user), member);
	}

	private JsonNode ban(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, RESTRICT);
		group.membership().ban(subordinate(group, parameters));
		return BooleanNode.TRUE;
	}

	/**
	 * Removes a ban. Without {@code only_if_banned} it removes a member.
	 * @param parameters chat_id, user_id, only_if_banned
	 * @return {@code true}
	 */
	private JsonNode unban(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, RESTRICT);
		User user = subordinate(group, parameters);
		boolean onlyIfBanned = Boolean.TRUE.equals(parameters.flag("only_if_banned"));
		if (!group.membership().unban(user) && !onlyIfBanned) {
			group.membership().remove(user);
		}
		return BooleanNode.TRUE;
	}

	private JsonNode restrict(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, RESTRICT);
		User user = subordinate(group, parameters);
		requireMember(group, user);
		Set<String> permissions = permissions(parameters);
		if (permissions.size() == Members.PERMISSIONS.size()) {
			group.membership().set(user, Status.MEMBER, Set.of());
		}
		else {
			group.membership().set(user, Status.RESTRICTED, permissions);
		}
		return BooleanNode.TRUE;
	}

	private JsonNode setPermissions(Parameters parameters) {
		this.chats.group(parameters, RESTRICT).membership().permissions(permissions(parameters));
		return BooleanNode.TRUE;
	}

	private JsonNode promote(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, "can_promote_members");
		User user = this.chats.user(parameters);
		Member member = group.membership().of(user);
		requireMember(group, user);
		if (member != null && member.status() == Status.CREATOR) {
			throw Refusal.missingRight(this.quirks, "the owner of a group cannot be changed");
		}
		Set<String> rights = new TreeSet<>();
		for (String right : Members.RIGHTS) {
			if (Boolean.TRUE.equals(parameters.flag(right))) {
				rights.add(right);
			}
		}
		group.membership().set(user, rights.isEmpty() ? Status.MEMBER : Status.ADMINISTRATOR, rights);
		return BooleanNode.TRUE;
	}

	private JsonNode invite(Parameters parameters) {
		GroupChat group = this.chats.group(parameters, "can_invite_users");
		if (!group.membership().admit(this.chats.user(parameters))) {
			throw Refusal.missingRight(this.quirks, "the user was banned");
		}
		return BooleanNode.TRUE;
	}

	private User subordinate(GroupChat group, Parameters parameters) {
		User user = this.chats.user(parameters);
		Member member = group.membership().of(user);
		if (member != null && member.isAdministrator()) {
			throw Refusal.missingRight(this.quirks, "the user is an administrator");
		}
		return user;
	}

	private void requireMember(GroupChat group, User user) {
		if (group.membership().of(user) == null) {
			throw new Refusal(400, "Bad Request: user not found");
		}
	}

	private Set<String> permissions(Parameters parameters) {
		Parameters given = parameters.nested("permissions");
		if (given == null) {
			throw Refusal.blank("permissions");
		}
		Set<String> permissions = new TreeSet<>(Members.PERMISSIONS);
		permissions.removeIf((name) -> !Boolean.TRUE.equals(given.flag(name)));
		return permissions;
	}

}
