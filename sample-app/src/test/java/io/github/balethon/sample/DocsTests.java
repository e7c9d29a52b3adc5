package io.github.balethon.sample;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BaleException;
import io.github.balethon.client.BotToken;
import io.github.balethon.client.CallPriority;
import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Payment;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.model.Message;
import io.github.balethon.test.AutoConfigureBaleEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies the pages of the documentation: their code compiles, their links lead
 * somewhere. Runs the code of the smaller pages.
 */
@Timeout(60)
@SpringBootTest(properties = "support-bot.token=2:support")
@AutoConfigureBaleEmulator
@Import(DocsTests.SupportBot.class)
class DocsTests {

	private static final Logger logger = LoggerFactory.getLogger(DocsTests.class);

	@Autowired
	private BaleClient bale;

	@Autowired
	private BaleEmulator embedded;

	@Autowired
	private DeadLetters deadLetters;

	@ParameterizedTest
	@MethodSource("pages")
	void javaCodeOfThePageCompiles(Path page, @TempDir Path output) {
		DocumentedCode.assertCompiled(page, output);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksOfThePageLeadToAFileAndAHeading(Path page) {
		assertThat(Pattern.compile("]\\((?!http)([^)#]*)(?:#([^)]+))?\\)").matcher(DocumentedCode.read(page)).results())
			.allSatisfy((link) -> {
				Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
				assertThat(target).exists();
				if (link.group(2) != null) {
					assertThat(anchors(target)).as(target.toString()).contains(link.group(2));
				}
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "CONTRIBUTING.md", "docs/architecture.md" })
	void classesOfThePageExist(String page) throws IOException {
		Set<String> types;
		try (Stream<Path> files = Files.walk(Path.of(".."))) {
			types = files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.collect(Collectors.toSet());
		}
		// Stations of the walk, code, and names of several words.
		assertThat(Pattern
			.compile("(?<=^ ?\\d{1,2} )\\w+|(?<=`)[A-Z][a-z]\\w+(?=`)|(?<![*@\\w])(?:[A-Z][a-z]+){2,}\\b",
					Pattern.MULTILINE)
			.matcher(DocumentedCode.read(Path.of("..", page)))
			.results()
			.map(MatchResult::group)
			.filter((name) -> !Set.of("WebClient", "JavaScript", "PropertiesTests").contains(name))).isNotEmpty()
			.isSubsetOf(types);
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
			return Stream
				.concat(Stream.of("README.md", "README.fa.md", "CONTRIBUTING.md", "benchmarks/README.md")
					.map(Path.of("..")::resolve), docs.filter((file) -> file.toString().endsWith(".md")))
				.sorted()
				.toList();
		}
	}

	// As GitHub makes them of headings.
	private static List<String> anchors(Path page) {
		return Pattern.compile("^#+ (.+)$", Pattern.MULTILINE)
			.matcher(DocumentedCode.read(page))
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.toList();
	}

	@Test
	void broadcastReachesEveryoneDespiteAUserWhoBlockedTheBot() {
		Person mina = this.embedded.person("Mina");
		mina.block(true);
		Person sara = this.embedded.person("Sara");
		List<Message> sent = broadcast(this.bale, List.of(mina.id(), sara.id())).collectList().block();
		assertThat(sent).hasSize(1);
		assertThat(sara.chat()).extracting(ChatMessage::text).containsExactly("news");
	}

	// @formatter:off
	private static Flux<Message> broadcast(BaleClient bale, List<Long> subscribers) {
		return Flux.fromIterable(subscribers)
			.flatMap((chatId) -> bale.sendMessage(chatId, "news").onErrorResume(BaleException.class, (ex) -> {
				logger.warn("Broadcast skipped chat {}", chatId, ex); // BaleForbiddenException: the user has blocked the bot
				return Mono.empty();
			}))
			.contextWrite(CallPriority.BACKGROUND::in);
	}
	// @formatter:on

	@Test
	void clientOfASecondBotIsAnAdditionalOne(@Autowired @Qualifier("supportBotClient") BaleClient support) {
		assertThat(support.botId()).hasValue(2);
		assertThat(this.bale.botId()).hasValue(BotToken.of(this.embedded.token()).botId());
	}

	@Test
	void deadLettersAreReplayed() {
		replay(this.deadLetters);
		assertThat(this.deadLetters.list(-1, 100)).isEmpty();
	}

	private static void replay(DeadLetters deadLetters) {
		for (DeadLetter letter : deadLetters.list(-1, 100)) {
			deadLetters.replay(letter.id());
		}
	}

	// Uses a fixed port.
	@SuppressWarnings("unused")
	private static void startTwoEmulatorsOnOnePort() {
		BaleEmulator shop = BaleEmulator.builder().port(8090).token("1:shop").build();
		BaleEmulator support = BaleEmulator.builder().token("2:support").sharePort(shop).build();
		shop.start();
		support.start(); // support.chatPage()
	}

	// Needs a bot that answers.
	@SuppressWarnings("unused")
	private static void startAnEmulator() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start(); // emulator.baseUrl(), emulator.token()
			Person sara = emulator.person("Sara");
			sara.write("/start");
			ChatMessage reply = sara.awaitReply(Duration.ofSeconds(5));
		}
	}

	@SuppressWarnings("unused")
	private static void people(BaleEmulator emulator, Person sara, Person reza, Person mina, byte[] bytes, byte[] one,
			byte[] two, ChatMessage message, ChatMessage invoice) {
		sara.sendPhoto(bytes);
		sara.sendVoice(bytes);
		sara.sendDocument("list.pdf", bytes);
		sara.sendLocation(35.7, 51.4);
		sara.shareContact("+98912…");
		sara.sendWebAppData("{}");
		sara.forward(message);
		sara.edit(1, "new text");
		sara.send(Attachment.video(bytes).caption("The garden").seconds(7));
		sara.sendAlbum(Attachment.photo(one), Attachment.photo(two));
		sara.press("buy:1");
		Payment payment = sara.pay(invoice.messageId()); // pre-checkout, then payment
		payment.awaitEnd(Duration.ofSeconds(5)); // PAID, REJECTED or FAILED
		sara.pin(1, true);
		sara.delete(1); // for everyone in the chat
		sara.block(true); // 403 for what the bot sends, until she writes /start
		sara.hideInForwards(true); // forwards of her messages have a date only

		Group group = emulator.group("Family", sara, reza);
		group.owner(sara);
		group.promoteBot("can_pin_messages"); // without names: all rights
		mina.join(group);
		mina.joinBy(group.inviteLink());
		mina.leave(group);
		sara.addBotTo(group);
		sara.in(group).write("hello");
		sara.in(group).reply(1, "hello");
		sara.in(group).send(Attachment.photo(bytes));
		Group news = emulator.channel("News", "news_demo"); // the bot sends to @news_demo
	}

	static class SupportBot {

		@Bean
		BaleClient supportBotClient(@Value("${support-bot.token}") String token) {
			return BaleClient.builder(BaleConnection.of(URI.create("https://tapi.bale.ai"), BotToken.of(token)))
				.build();
		}

	}

}
