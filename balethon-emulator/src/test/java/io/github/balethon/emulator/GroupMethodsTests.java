package io.github.balethon.emulator;

import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Methods of groups and the rights that they require.
 */
class GroupMethodsTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person(1001, "Sara");

	private final Person reza = this.emulator.person(1002, "Reza");

	private final Group group = this.emulator.group("Family", this.sara, this.reza);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			setChatTitle         | "title":"x"                                | can_change_info
			setChatDescription   | "description":"x"                          | can_change_info
			deleteChatPhoto      | "a":1                                      | can_change_info
			banChatMember        | "user_id":1002                             | can_restrict_members
			unbanChatMember      | "user_id":1002                             | can_restrict_members
			restrictChatMember   | "user_id":1002,"permissions":{}            | can_restrict_members
			setChatPermissions   | "permissions":{}                           | can_restrict_members
			promoteChatMember    | "user_id":1002,"can_change_info":true      | can_promote_members
			pinChatMessage       | "message_id":1                             | can_pin_messages
			unPinChatMessage     | "message_id":1                             | can_pin_messages
			unpinAllChatMessages | "a":1                                      | can_pin_messages
			createChatInviteLink | "a":1                                      | can_invite_users
			exportChatInviteLink | "a":1                                      | can_invite_users
			inviteUser           | "user_id":1003                             | can_invite_users
			deleteMessage        | "message_id":1                             | can_delete_messages
			getChatMember        | "user_id":1002                             | can_post_stories
			""")
	void changesRequireARight(String method, String parameters, String right) {
		this.emulator.person(1003, "Mina");
		this.sara.in(this.group).write("hello");
		Reply refused = call(method, parameters);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.description()).isEqualTo("permission_denied");
		this.group.promoteBot(right);
		assertThat(call(method, parameters).status()).isEqualTo(200);
		this.group.removeBot();
		assertThat(call(method, parameters).description()).isEqualTo("no such group or user");
	}

	@Test
	void titleDescriptionAndPhotoChange() {
		this.group.promoteBot();
		call("setChatTitle", "\"title\":\"خانواده\"");
		call("setChatDescription", "\"description\":\"about us\"");
		assertThat(this.group.title()).isEqualTo("خانواده");
		assertThat(this.group.description()).isEqualTo("about us");
		String id = Long.toString(this.group.id());
		assertThat(this.bot
			.multipart("setChatPhoto", Map.of("chat_id", id),
					Map.of("photo", new Upload("a.png", "", new byte[] { 7 })))
			.result()
			.booleanValue()).isTrue();
		JsonNode chat = call("getChat", "\"a\":1").result();
		assertThat(chat.path("title").stringValue()).isEqualTo("خانواده");
		assertThat(chat.path("description").stringValue()).isEqualTo("about us");
		assertThat(chat.path("invite_link").stringValue()).startsWith("ble.ir/join/");
		assertThat(chat.path("accepted_gift_types").path("unique_gifts").booleanValue(true)).isFalse();
		assertThat(this.emulator.file(chat.path("photo").path("big_file_id").stringValue())).containsExactly(7);
		call("deleteChatPhoto", "\"a\":1");
		assertThat(call("getChat", "\"a\":1").result().path("photo").isNull()).isTrue();
		assertThat(call("setChatPhoto", "\"photo\":\"1:1:1:p\"").description()).contains("uploaded");
		assertThat(call("setChatTitle", "\"title\":\"\"").status()).isEqualTo(400);
		assertThat(call("setChatTitle", "\"title\":\"" + "x".repeat(256) + "\"").status()).isEqualTo(400);
		assertThat(call("setChatDescription", "\"description\":\"" + "x".repeat(256) + "\"").status()).isEqualTo(400);
	}

	@Test
	void privateChatIsNotAGroup() {
		for (String method : new String[] { "setChatTitle", "leaveChat", "getChatMembersCount",
				"exportChatInviteLink" }) {
			Reply reply = this.bot.call(method, "{\"chat_id\":1001,\"title\":\"x\"}");
			assertThat(reply.status()).isEqualTo(400);
			assertThat(reply.description()).contains("groups and channels only");
		}
		JsonNode chat = this.bot.call("getChat", "{\"chat_id\":1001}").result();
		assertThat(chat.path("first_name").stringValue()).isEqualTo("Sara");
		assertThat(chat.path("type").stringValue()).isEqualTo("private");
	}

	@Test
	void membersAreReturnedWithTheirStatus() {
		this.group.owner(this.sara);
		assertThat(call("getChatAdministrators", "\"a\":1").result()).hasSize(1);
		assertThat(call("getChatMembersCount", "\"a\":1").result().intValue()).isEqualTo(3);
		this.group.promoteBot("can_pin_messages");
		JsonNode administrators = call("getChatAdministrators", "\"a\":1").result();
		assertThat(administrators).hasSize(2);
		assertThat(administrators.get(0).path("status").stringValue()).isEqualTo("creator");
		assertThat(administrators.get(1).path("user").path("is_bot").booleanValue()).isTrue();
		assertThat(administrators.get(1).path("can_pin_messages").booleanValue()).isTrue();
		assertThat(administrators.get(1).path("can_invite_users").booleanValue(true)).isFalse();
		assertThat(member(1001).path("status").stringValue()).isEqualTo("creator");
		assertThat(member(1002)).isEqualTo(Json.read("""
				{"status":"member","user":{"id":1002,"is_bot":false,"first_name":"Reza","last_name":""}}"""));
		assertThat(member(123).path("status").stringValue()).isEqualTo("administrator");
		this.emulator.person(1003, "Mina");
		assertThat(call("getChatMember", "\"user_id\":1003").status()).isEqualTo(400);
		assertThat(call("getChatMember", "\"user_id\":4711").status()).isEqualTo(404);
		assertThat(call("getChatMember", "\"a\":1").description()).isEqualTo("user_id: cannot be blank");
		this.emulator.quirk(Quirk.NON_MEMBERS_HAVE_LEFT, true);
		assertThat(member(1003).path("status").stringValue()).isEqualTo("left");
	}

	@Test
	void bannedUsersCannotJoinUntilTheyAreUnbanned() {
		this.group.promoteBot();
		assertThat(call("banChatMember", "\"user_id\":1002").result().booleanValue()).isTrue();
		assertThat(this.group.members()).containsExactly(this.sara);
		assertThat(this.group.isBanned(this.reza)).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> this.reza.join(this.group))
			.withMessageContaining("banned");
		assertThat(call("inviteUser", "\"user_id\":1002").status()).isEqualTo(403);
		call("unbanChatMember", "\"user_id\":1002,\"only_if_banned\":true");
		this.reza.join(this.group);
		call("unbanChatMember", "\"user_id\":1002,\"only_if_banned\":true");
		assertThat(this.group.members()).contains(this.reza);
		// Without only_if_banned, a member is removed.
		call("unbanChatMember", "\"user_id\":1002");
		assertThat(this.group.members()).doesNotContain(this.reza);
		this.group.owner(this.sara);
		assertThat(call("banChatMember", "\"user_id\":1001").status()).isEqualTo(403);
		assertThat(call("promoteChatMember", "\"user_id\":1001").status()).isEqualTo(403);
	}

	@Test
	void membersArePromotedDemotedAndRestricted() {
		this.group.promoteBot();
		call("promoteChatMember", "\"user_id\":1002,\"can_change_info\":true,\"can_pin_messages\":\"true\"");
		assertThat(this.group.administrators()).containsExactly(this.reza);
		assertThat(member(1002).path("can_pin_messages").booleanValue()).isTrue();
		call("promoteChatMember", "\"user_id\":1002,\"can_change_info\":false");
		assertThat(this.group.administrators()).isEmpty();
		call("restrictChatMember", "\"user_id\":1002,\"permissions\":{\"can_send_messages\":true}");
		assertThat(member(1002).path("status").stringValue()).isEqualTo("restricted");
		this.reza.in(this.group).write("still here");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.reza.in(this.group).send(Attachment.photo(new byte[] { 1 })))
			.withMessageContaining("can_send_photos");
		call("setChatPermissions", "\"permissions\":{\"can_send_photos\":true}");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.in(this.group).write("x"))
			.withMessageContaining("can_send_messages");
		this.sara.in(this.group).send(Attachment.photo(new byte[] { 1 }));
		this.group.promote(this.sara);
		this.sara.in(this.group).write("administrators may");
		assertThatIllegalArgumentException().isThrownBy(() -> this.group.promote(this.reza, "can_fly"))
			.withMessageContaining("can_fly");
		this.emulator.person(1003, "Mina");
		assertThat(call("restrictChatMember", "\"user_id\":1003,\"permissions\":{}").status()).isEqualTo(400);
		assertThat(call("restrictChatMember", "\"user_id\":1002").description()).contains("permissions");
	}

	@Test
	void inviteLinksAreValidUntilTheyAreRevoked() {
		this.group.promoteBot();
		Person mina = this.emulator.person(1003, "Mina");
		JsonNode link = call("createChatInviteLink", "\"a\":1").result();
		assertThat(link.path("creator").path("is_bot").booleanValue()).isTrue();
		mina.joinBy("https://" + link.path("invite_link").stringValue());
		assertThat(this.group.members()).contains(mina);
		assertThat(this.bot.nextUpdate().path("message").path("new_chat_members").get(0).path("id").longValue())
			.isEqualTo(1003);
		mina.leave(this.group);
		assertThat(this.bot.nextUpdate().path("message").path("left_chat_member").path("id").longValue())
			.isEqualTo(1003);
		String first = call("exportChatInviteLink", "\"a\":1").result().stringValue();
		String second = call("exportChatInviteLink", "\"a\":1").result().stringValue();
		assertThatIllegalArgumentException().isThrownBy(() -> mina.joinBy(first)).withMessageContaining("revoked");
		assertThat(this.group.inviteLink()).isEqualTo(second);
		JsonNode renewed = call("revokeChatInviteLink", "\"invite_link\":\"https://" + second + "\"").result();
		assertThat(renewed.path("invite_link").stringValue()).isNotEqualTo(second);
		assertThatIllegalArgumentException().isThrownBy(() -> mina.joinBy(second));
		mina.joinBy(renewed.path("invite_link").stringValue());
		assertThat(call("revokeChatInviteLink", "\"invite_link\":\"ble.ir/join/x\"").status()).isEqualTo(400);
	}

	@Test
	void messagesArePinnedAndUnpinned() {
		this.group.promoteBot();
		this.sara.in(this.group).write("one");
		this.sara.in(this.group).write("two");
		call("pinChatMessage", "\"message_id\":1");
		call("pinChatMessage", "\"message_id\":2");
		assertThat(this.group.pinned()).extracting(ChatMessage::text).containsExactly("one", "two");
		call("unpinchatmessage", "\"message_id\":1");
		assertThat(this.group.pinned()).extracting(ChatMessage::text).containsExactly("two");
		call("deleteMessage", "\"message_id\":2");
		assertThat(this.group.pinned()).isEmpty();
		call("pinChatMessage", "\"message_id\":1");
		call("unpinAllChatMessages", "\"a\":1");
		assertThat(this.group.pinned()).isEmpty();
		assertThat(call("pinChatMessage", "\"message_id\":9").description()).contains("message not found");
		assertThat(call("unPinChatMessage", "\"message_id\":9").description()).contains("message not found");
		this.bot.send(1001, "private");
		assertThat(this.bot.call("pinChatMessage", "{\"chat_id\":1001,\"message_id\":1}").status()).isEqualTo(200);
		assertThat(this.sara.pinned()).hasSize(1);
	}

	@Test
	void botJoinsAndLeaves() {
		assertThat(call("leaveChat", "\"a\":1").result().booleanValue()).isTrue();
		assertThat(this.group.hasBot()).isFalse();
		assertThat(call("sendMessage", "\"text\":\"x\"").status()).isEqualTo(404);
		this.sara.addBotTo(this.group);
		JsonNode message = this.bot.nextUpdate().path("message");
		assertThat(message.path("new_chat_members").get(0).path("id").longValue()).isEqualTo(123);
		assertThat(call("sendMessage", "\"text\":\"x\"").status()).isEqualTo(200);
		this.sara.removeBotFrom(this.group);
		assertThat(this.bot.nextUpdate().path("message").path("left_chat_member").path("id").longValue())
			.isEqualTo(123);
		assertThat(call("sendMessage", "\"text\":\"x\"").status()).isEqualTo(404);
	}

	private JsonNode member(long id) {
		return call("getChatMember", "\"user_id\":" + id).result();
	}

	@ParameterizedTest
	@ValueSource(strings = { "left", "removed", "removed by Sara" })
	void removedBotReceivesNoUpdates(String how) {
		Person mina = this.emulator.person(1003, "Mina");
		this.sara.in(this.group).write("before");
		this.bot.send(this.group.id(), "button", "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}");
		this.bot.nextUpdate();
		switch (how) {
			case "left" -> call("leaveChat", "\"a\":1");
			case "removed" -> this.group.removeBot();
			default -> {
				this.sara.removeBotFrom(this.group);
				assertThat(this.bot.nextUpdate().path("message").has("left_chat_member")).isTrue();
			}
		}
		assertThat(this.sara.in(this.group).write("alone")).isEqualTo(-1);
		assertThat(this.sara.in(this.group).reply(1, "alone")).isEqualTo(-1);
		assertThat(this.sara.in(this.group).send(Attachment.location(35.7, 51.4))).isEqualTo(-1);
		assertThat(this.sara.in(this.group).edit(1, "edited")).isEqualTo(-1);
		assertThat(this.sara.in(this.group).press(2, "b")).isEqualTo(-1);
		assertThat(mina.join(this.group)).isEqualTo(-1);
		assertThat(mina.leave(this.group)).isEqualTo(-1);
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(this.group.chat()).extracting(ChatMessage::text).contains("edited", "alone");
		assertThatIllegalArgumentException().isThrownBy(() -> this.sara.removeBotFrom(this.group));
		this.sara.addBotTo(this.group);
		assertThat(this.bot.nextUpdate().path("message").has("new_chat_members")).isTrue();
		this.sara.in(this.group).write("again");
		assertThat(this.bot.nextUpdate().path("message").path("text").stringValue()).isEqualTo("again");
	}

	@Test
	void removedBotReceivesNoPreCheckoutQuery() {
		this.bot.call("sendInvoice",
				"{\"chat_id\":" + this.group.id() + ",\"title\":\"Book\",\"description\":\"A book\","
						+ "\"payload\":\"x\",\"provider_token\":\"WALLET-TEST-1111111111111111\","
						+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}");
		this.group.removeBot();
		this.sara.in(this.group).pay(this.group.chat().get(0).messageId());
		assertThat(this.emulator.updates().pending()).isZero();
	}

	@Test
	void writingDoesNotLiftABan() {
		this.group.promoteBot();
		call("banChatMember", "\"user_id\":1002");
		for (String body : List.of("\"text\":\"hello\"",
				"\"attachment\":{\"kind\":\"location\",\"latitude\":1,\"longitude\":2}")) {
			Reply reply = this.bot.post("/emulator/messages", "application/json",
					"{\"from\":1002,\"chat\":" + this.group.id() + "," + body + "}");
			assertThat(reply.status()).isEqualTo(400);
			assertThat(reply.text()).contains("Reza was banned from the group Family");
		}
		assertThat(this.group.isBanned(this.reza)).isTrue();
		assertThat(this.group.members()).doesNotContain(this.reza);
		assertThat(this.group.chat()).isEmpty();
		this.group.promote(this.reza);
		assertThat(this.group.isBanned(this.reza)).isFalse();
	}

	private Reply call(String method, String parameters) {
		return this.bot.call(method, "{\"chat_id\":" + this.group.id() + "," + parameters + "}");
	}

}
