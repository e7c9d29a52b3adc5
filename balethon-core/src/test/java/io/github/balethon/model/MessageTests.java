package io.github.balethon.model;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "/start,start,-,-", "/start  ref_77 ,start,-,ref_77", "/Add@my_bot 2 ۳,Add,my_bot,2 ۳",
					"/add@,add,-,-", "'/a\nb',a,-,b", "/start\u00a0x\u00a0,start,-,x",
					"\u200f/start\u200f@\u200emy_bot\u200e\u3000a\u00a0b\ufeff,start,my_bot,a\u00a0b" })
	void commandIsTakenApart(String text, String name, String username, String payload) {
		assertThat(Message.builder(1).text(text).build().command())
			.isEqualTo(new MessageCommand(name, username, payload));
	}

	@ParameterizedTest
	@ValueSource(strings = { "start", " /start", "/", "/ start", "/@bot" })
	void otherTextsAreNoCommands(String text) {
		assertThat(Message.builder(1).text(text).build().command()).isNull();
	}

	@Test
	void contentTextIsTheTextOrElseTheCaption() {
		assertThat(Message.builder(1).text("a").caption("b").build().contentText()).isEqualTo("a");
		assertThat(Message.builder(1).caption("b").build().contentText()).isEqualTo("b");
		assertThat(Message.builder(1).build().contentText()).isNull();
	}

	@Test
	void namesMakeLinksAndMentions() {
		User sara = new User(7, false, "Sara", "Kh.", "sara_demo", null);
		assertThat(sara.fullName()).isEqualTo("Sara Kh.");
		assertThat(sara.mention()).isEqualTo("@sara_demo");
		assertThat(sara.link()).isEqualTo("https://ble.ir/sara_demo");
		User other = new User(8, false, "A*li_](x)", "", "", null);
		assertThat(other.fullName()).isEqualTo("A*li_](x)");
		assertThat(other.mention()).isEqualTo("[A*li_) (x)](uid:8)");
		assertThat(other.link()).isNull();
		assertThat(new User(9, false, "_", null, null, null).mention()).isEqualTo("[＿](uid:9)");
		assertThat(new Chat(5, "group", "Test", null, null, null).fullName()).isEqualTo("Test");
		assertThat(new Chat(5, "group", "Test", null, null, null).mention()).isNull();
		assertThat(new Chat(5, "private", null, null, "Sara", null).mention()).isEqualTo("[Sara](uid:5)");
	}

	@Test
	void partOfATextIsCutOffWhereTheTextEnds() {
		assertThat(new MessageEntity("bot_command", 0, 6).in("/start x")).isEqualTo("/start");
		assertThat(new MessageEntity("mention", 3, 99).in("hi @ali")).isEqualTo("@ali");
		assertThat(new MessageEntity("mention", 99, 5).in("hi")).isEmpty();
		assertThat(new MessageEntity("mention", -1, Integer.MAX_VALUE).in("hi")).isEqualTo("hi");
	}

	@Test
	void contactBelongsToTheSenderOnlyIfBaleSaysSo() {
		User sara = new User(7, false, "Sara", null, null, null);
		assertThat(new Contact("98912", "Sara", null, 7L).belongsTo(sara)).isTrue();
		assertThat(new Contact("98912", "Sara", null, 8L).belongsTo(sara)).isFalse();
		assertThat(new Contact("98912", "Sara", null, null).belongsTo(sara)).isFalse();
		assertThat(new Contact("98912", "Sara", null, 7L).belongsTo(null)).isFalse();
	}

	@Test
	void nothingThatPeopleWroteIsPrinted() {
		Message message = Message.builder(1)
			.text("secret")
			.caption("secret")
			.contact(new Contact("secret", "secret", null, 7L))
			.document(new Document("1", "2", "secret", null, null, null))
			.newChatTitle("secret")
			.unknownFields(Map.of("quote", "secret"))
			.build();
		assertThat(Update.builder(5).message(message).unknownFields(Map.of("x", "secret")).build()).asString()
			.doesNotContain("secret");
		assertThat(message.contact()).asString().doesNotContain("secret");
		assertThat(message.document()).asString().doesNotContain("secret");
		assertThat(new Location(51.4, 35.7, null)).asString().doesNotContain("51");
		assertThat(new WebAppData("secret")).asString().doesNotContain("secret");
		assertThat(new SuccessfulPayment("IRR", 5, "secret", "1", null, null, null)).asString()
			.doesNotContain("secret");
		assertThat(new PreCheckoutQuery("1", null, 5, "secret")).asString().doesNotContain("secret");
		assertThat(MessageCommand.parse("/start secret")).asString().doesNotContain("secret");
		assertThat(ChatInviteLink.of("secret")).asString().doesNotContain("secret");
	}

	@Test
	void oldAppsDoNotShowAnswers() {
		assertThat(new CallbackQuery("1777", null, null, null).showsAnswers()).isFalse();
		assertThat(new CallbackQuery("2777", null, null, null).showsAnswers()).isTrue();
	}

}
