package io.github.balethon.dispatch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Group;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.ApplicationContextException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Albums, and messages in quick succession.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(AbstractMessageGroupTests.Store.class)
class MessageGroupTests extends AbstractMessageGroupTests {

	private static final byte[] FILE = { 1, 2, 3 };

	MessageGroupTests(Store kind) {
		super(kind);
	}

	@Test
	void albumArrivesAsOneListInTheOrderOfItsMessages() {
		TestBot bot = start(Albums.class);
		this.sara.sendAlbum(Attachment.photo(FILE).caption("garden"), Attachment.video(FILE), Attachment.photo(FILE));
		assertThat(replies(1)).containsExactly("3 ordered garden");
		awaitIdle(bot);
		assertThat(bot.statistics().handled()).isEqualTo(3);
		assertThat(bot.statistics().started()).isEqualTo(3);
	}

	@Test
	void messageOutsideOfAnAlbumIsAListOfOneAtOnce() {
		start(Albums.class);
		this.sara.sendPhoto(FILE);
		assertThat(replies(1)).containsExactly("1 ordered null");
	}

	@Test
	void albumsOfASenderAreSeparate() {
		start(Albums.class);
		this.sara.sendAlbum(Attachment.photo(FILE), Attachment.photo(FILE));
		this.sara.sendAlbum(Attachment.photo(FILE).caption("second"), Attachment.photo(FILE), Attachment.photo(FILE));
		assertThat(replies(2)).containsExactly("2 ordered null", "3 ordered second");
	}

	@Test
	void handlerWithoutAListGetsEachMessageOfAnAlbum() {
		start(Singles.class);
		this.sara.sendAlbum(Attachment.photo(FILE), Attachment.photo(FILE));
		assertThat(replies(2)).containsExactly("one", "one");
	}

	@Test
	void messagesInQuickSuccessionAreCollectedUntilACommand() {
		TestBot bot = start(Notes.class);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("c");
		this.sara.write("/end");
		assertThat(replies(2)).containsExactly("a b c", "end");
		awaitIdle(bot);
		assertThat(bot.statistics().handled()).isEqualTo(4);
	}

	@Test
	void collectionEndsWhenNoFurtherMessageFollows() {
		TestBot bot = start(QuickNotes.class);
		this.sara.write("a");
		assertThat(replies(1)).containsExactly("a");
		awaitIdle(bot);
	}

	@Test
	void collectionEndsAtItsMaximumSize() {
		start(Notes.class);
		for (int i = 0; i < 50; i++) {
			this.sara.write("x");
		}
		assertThat(this.sara.awaitReply(LONG).text().split(" ")).hasSize(50);
	}

	@Test
	void openCollectionBlocksNoWorkerAndNoOtherSender() {
		TestBot bot = start(this.bots.with(Notes.class).workers(1), 1000);
		this.sara.write("a");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().started() == 1);
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().activeWorkers() == 0);
		Person reza = this.bots.emulator().person("Reza");
		reza.write("/end");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("end");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 1);
	}

	@Test
	void messageOfAnotherSenderInTheLaneOfAChatEndsTheCollection() {
		TestBot bot = start(this.bots.with(Notes.class).ordering(Ordering.CHAT), 1000);
		Person reza = this.bots.emulator().person("Reza");
		Group team = this.bots.emulator().group("Team", this.sara, reza);
		this.sara.in(team).write("a");
		this.sara.in(team).write("b");
		reza.in(team).write("c");
		this.sara.in(team).write("/end");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().handled() == 4);
		assertThat(team.chat()).extracting(ChatMessage::text).containsSubsequence("a b", "c", "end");
	}

	@Test
	void groupIsLimitedByTheRoomInMemory() {
		TestBot bot = start(this.bots.with(QuickNotes.class), 2);
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("c");
		this.sara.write("d");
		this.sara.write("e");
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().handled() == 5);
		assertThat(String.join(" ", sent()).replace(" ", "")).isEqualTo("abcde");
	}

	@Test
	void everyMessageIsInOneListAndInOrder() {
		TestBot bot = start(QuickNotes.class);
		List<Person> people = IntStream.range(0, 8).mapToObj((i) -> this.bots.emulator().person("P" + i)).toList();
		for (int i = 0; i < 12; i++) {
			String text = Integer.toString(i);
			people.forEach((person) -> person.write(text));
		}
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().handled() == 96);
		awaitIdle(bot);
		assertThat(people).allSatisfy((person) -> assertThat(person.chat()
			.stream()
			.filter(ChatMessage::fromBot)
			.map(ChatMessage::text)
			.collect(Collectors.joining(" "))).isEqualTo("0 1 2 3 4 5 6 7 8 9 10 11"));
	}

	@Test
	void listsWithoutAnOrderOfUpdatesAreRefused() {
		assertThatExceptionOfType(ApplicationContextException.class)
			.isThrownBy(() -> start(this.bots.with(Albums.class).ordering(Ordering.NONE), 1000))
			.havingCause()
			.isInstanceOf(InvalidHandlerException.class)
			.withMessageContaining("no handler can take several messages together");
	}

	@Test
	void changeOfTheConversationIsOneOfTheWholeGroup() {
		TestBot bot = start(Steps.class);
		this.sara.write("/begin");
		assertThat(replies(1)).containsExactly("send");
		this.sara.write("a");
		this.sara.write("b");
		this.sara.write("/where");
		assertThat(replies(2)).containsExactly("2 received", "done");
		awaitIdle(bot);
	}

	static class Albums {

		@BaleHandler(content = { Content.PHOTO, Content.VIDEO })
		String album(List<Message> messages, BaleContext context) {
			List<Long> ids = messages.stream().map(Message::messageId).toList();
			String order = ids.equals(ids.stream().sorted().toList()) ? "ordered" : "unordered";
			assertThat(context.messages()).isEqualTo(messages);
			return messages.size() + " " + order + " " + messages.get(0).caption();
		}

	}

	static class Singles {

		@BaleHandler(content = Content.PHOTO)
		String photo(Message message) {
			return "one";
		}

	}

	static class QuickNotes {

		@BaleText(collect = "50ms")
		String notes(List<Message> messages) {
			return texts(messages);
		}

	}

	static class Steps {

		@BaleCommand
		String begin(Conversation<?> conversation) {
			conversation.moveTo("notes");
			return "send";
		}

		@BaleText(state = "notes", collect = "20s")
		String notes(List<Message> messages, Conversation<?> conversation) {
			conversation.moveTo("done");
			return messages.size() + " received";
		}

		@BaleCommand
		String where(Conversation<?> conversation) {
			return String.valueOf(conversation.state());
		}

		@BaleText(state = "done")
		void done() {
		}

	}

}
