package io.github.balethon.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.balethon.access.internal.MembershipInterceptor;
import io.github.balethon.access.internal.MembershipInterceptor.Settings;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.FragileCallbackDataStore;
import io.github.balethon.callback.MemoryCallbackDataStore;
import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Participant;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Location;
import io.github.balethon.model.Message;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Required memberships of a running bot.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class RequiredMembershipTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String JOIN_FIRST = "لطفاً ابتدا عضو شوید، سپس دکمهٔ آخر را بزنید.";

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Memberships memberships = new Memberships(Duration.ofMinutes(10));

	@Test
	void originalUpdateIsResumedAfterTheUserHasJoined() {
		Group news = this.emulator.channel("News", "news");
		TestBot bot = start(true, Set.of());
		Person sara = this.emulator.person("Sara");
		assertThat(answer(sara, "/start ref_77")).isEqualTo(JOIN_FIRST);
		assertThat(buttons(0)).containsExactly("عضویت @news", "عضو شدم");
		pressCheck(sara, 0, 1);
		this.emulator.calls().await("answerCallbackQuery", 1, LONG);
		assertThat(this.emulator.calls().of("answerCallbackQuery").get(0).parameters().path("text").asString(""))
			.isEqualTo(JOIN_FIRST);
		sara.join(news);
		pressCheck(sara, 0, 1);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("welcome ref_77");
		this.emulator.calls().await("answerCallbackQuery", 2, LONG);
		int asked = this.emulator.calls().of("getChatMember").size();
		assertThat(answer(sara, "/start again")).isEqualTo("welcome again");
		assertThat(this.emulator.calls().of("getChatMember")).hasSize(asked);
		assertThat(bot.statistics().failed()).isZero();
	}

	@Test
	void pressedButtonIsResumed() {
		Group news = this.emulator.channel("News", "news");
		start(true, Set.of());
		Person sara = this.emulator.person("Sara");
		assertThat(answer(sara, "/open")).isEqualTo("open");
		sara.press("buy:7");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo(JOIN_FIRST);
		sara.join(news);
		pressCheck(sara, 1, 1);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("bought buy:7");
	}

	@Test
	void updateWithoutATextIsResumed() {
		Group news = this.emulator.channel("News", "news");
		start(true, Set.of());
		Person sara = this.emulator.person("Sara");
		sara.sendLocation(35.7, 51.4);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo(JOIN_FIRST);
		sara.join(news);
		pressCheck(sara, 0, 1);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("location 35.7");
	}

	@Test
	void photoIsResumedWithItsFileAndCaption() {
		Group news = this.emulator.channel("News", "news");
		start(true, Set.of());
		Person sara = this.emulator.person("Sara");
		sara.send(Attachment.photo(new byte[] { 1, 2, 3 }).caption("my: ~garden\\"));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo(JOIN_FIRST);
		sara.join(news);
		pressCheck(sara, 0, 1);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("photo of 3 bytes, my: ~garden\\");
	}

	@Test
	void updateIsNotLostWhileTheStoreOfCallbackDataIsNotAvailable() {
		Group news = this.emulator.channel("News", "news");
		FragileCallbackDataStore store = new FragileCallbackDataStore();
		TestBot bot = start(true, Set.of(), store);
		Person sara = this.emulator.person("Sara");
		store.fail(true);
		sara.sendLocation(35.7, 51.4);
		Awaitility.await().atMost(LONG).until(() -> store.trouble() != null);
		store.fail(false);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo(JOIN_FIRST);
		sara.join(news);
		store.fail(true);
		pressCheck(sara, 0, 1);
		Awaitility.await().atMost(LONG).until(() -> store.trouble() != null);
		store.fail(false);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("location 35.7");
		assertThat(bot.statistics().failed()).isZero();
	}

	@Test
	void messageOfAnotherUserIsNotResumed() {
		Person sara = this.emulator.person("Sara");
		Person mina = this.emulator.person("Mina");
		Group family = this.emulator.group("Family", sara, mina);
		Group news = this.emulator.channel("News", "news");
		mina.join(news);
		TestBot bot = start(true, Set.of());
		sara.in(family).sendLocation(35.7, 51.4);
		assertThat(family.awaitReply(LONG).text()).isEqualTo(JOIN_FIRST);
		pressCheck(mina.in(family), 0, 1);
		this.emulator.calls().await("answerCallbackQuery", 1, LONG);
		assertThat(family.chat()).extracting(ChatMessage::text).doesNotContain("location 35.7");
		assertThat(bot.statistics().failed()).isZero();
	}

	@Test
	void exemptUsersAndAdministratorsOfTheHandlerPass() {
		this.emulator.channel("News", "news");
		Person boss = this.emulator.person("Boss");
		start(true, Set.of(boss.id()));
		assertThat(answer(boss, "/start x")).isEqualTo("welcome x");
	}

	@Test
	void unavailableChannelAllowsAccessAndIsReportedOnce(CapturedOutput output) {
		start(true, Set.of());
		assertThat(answer(this.emulator.person("Sara"), "/start x")).isEqualTo("welcome x");
		assertThat(answer(this.emulator.person("Reza"), "/start y")).isEqualTo("welcome y");
		assertThat(output).containsOnlyOnce("Membership of chat @news cannot be determined");
		assertThat(this.memberships.unavailable()).containsExactly(ChatId.of("@news"));
	}

	@Test
	void unavailableChannelDeniesAccessIfConfigured() {
		start(false, Set.of());
		assertThat(answer(this.emulator.person("Sara"), "/start x")).isEqualTo(JOIN_FIRST);
	}

	private TestBot start(boolean allowUnknown, Set<Long> exempt) {
		return start(allowUnknown, exempt, new MemoryCallbackDataStore(100, Duration.ofMinutes(1)));
	}

	private TestBot start(boolean allowUnknown, Set<Long> exempt, CallbackDataStore store) {
		CallbackCodec codec = new CallbackCodec(() -> BotToken.of(this.emulator.token()), store);
		return this.bots.with(NewsBot.class)
			.bean(MembershipInterceptor.class,
					() -> new MembershipInterceptor(this.memberships, codec,
							new Settings(List.of(ChatId.of("@news")), exempt, allowUnknown)))
			.start();
	}

	private static String answer(Person person, String text) {
		person.write(text);
		return person.awaitReply(LONG).text();
	}

	private List<String> buttons(int message) {
		return keyboard(message).findValuesAsString("text");
	}

	private void pressCheck(Participant person, int message, int row) {
		person.press(keyboard(message).findValuesAsString("callback_data").get(row - 1));
	}

	private JsonNode keyboard(int message) {
		Call call = this.emulator.calls().of("sendMessage").get(message);
		return call.parameters().path("reply_markup");
	}

	static class NewsBot {

		@BaleCommand
		String start(@CommandArgs @Nullable String payload) {
			return "welcome " + payload;
		}

		@BaleCommand
		@RequireMembership({})
		SendMessage open() {
			return SendMessage.of("open")
				.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Buy", "buy:7")));
		}

		@BaleCallback("buy:{id}")
		@RequireMembership("@news")
		String buy(String data) {
			return "bought " + data;
		}

		@BaleHandler
		String location(Location location) {
			return "location " + location.latitude();
		}

		@BaleHandler
		String photo(PhotoSize photo, Message message) {
			return "photo of " + photo.fileSize() + " bytes, " + message.caption();
		}

	}

}
