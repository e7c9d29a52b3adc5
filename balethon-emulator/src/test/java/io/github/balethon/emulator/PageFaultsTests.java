package io.github.balethon.emulator;

import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Faults of update pages.
 */
class PageFaultsTests {

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person("Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void duplicates() {
		write(2);
		this.emulator.faults().inject("getUpdates", Fault.duplicates().times(1));
		assertThat(this.bot.updateIds("")).containsExactly(1L, 1L, 2L, 2L);
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L);
	}

	@Test
	void disorder() {
		write(3);
		ActiveFault fault = this.emulator.faults().inject("getUpdates", Fault.disorder());
		assertThat(this.bot.updateIds("")).containsExactly(3L, 2L, 1L);
		assertThat(this.bot.updateIds("?limit=2")).containsExactly(2L, 1L);
		assertThat(fault.hits()).isEqualTo(2);
	}

	@Test
	void repeated() {
		write(3);
		assertThat(this.bot.updateIds("")).hasSize(3);
		this.emulator.faults().inject("getUpdates", Fault.repeated());
		assertThat(this.bot.updateIds("?offset=3")).containsExactly(1L, 2L, 3L);
		write(1);
		assertThat(this.bot.updateIds("?offset=4")).containsExactly(1L, 2L, 3L, 4L);
		assertThat(this.emulator.updates().pending()).isOne();
	}

	@Test
	void repeatedDeliversAtMostAHundredUpdates() {
		write(150);
		this.bot.updateIds("?offset=150");
		this.emulator.faults().inject("getUpdates", Fault.repeated());
		assertThat(this.bot.updateIds("")).hasSize(101).startsWith(50L).endsWith(150L);
	}

	@Test
	void beyondLimit() {
		write(150);
		this.emulator.faults().inject("getUpdates", Fault.beyondLimit().times(2));
		assertThat(this.bot.updateIds("?limit=5")).hasSize(150);
		assertThat(this.bot.updateIds("?offset=11")).hasSize(140);
		assertThat(this.bot.updateIds("?limit=5")).hasSize(5);
	}

	@Test
	void emptyPagesAreNoHits() {
		this.emulator.faults().inject("getUpdates", Fault.duplicates().times(1));
		assertThat(this.bot.updateIds("")).isEmpty();
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 2, TestBot.LONG);
		write(1);
		assertThat(poll.join().updateIds()).containsExactly(1L, 1L);
	}

	@Test
	void conditionReceivesTheCall() {
		write(2);
		this.emulator.faults().inject("getUpdates", Fault.disorder().when((call) -> call.parameters().has("offset")));
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L);
		assertThat(this.bot.updateIds("?offset=1")).containsExactly(2L, 1L);
	}

	@Test
	void skippedIdsLeaveAGap() {
		write(1);
		this.emulator.updates().skipIds(1000);
		write(1);
		assertThat(this.bot.updateIds("?offset=2")).containsExactly(1002L);
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.updates().skipIds(0));
	}

	@Test
	void resetDiscardsUpdatesAndRestartsIds() {
		this.emulator.updates().skipIds(5000);
		write(2);
		assertThat(this.bot.updateIds("")).containsExactly(5001L, 5002L);
		this.emulator.updates().resetIds(1);
		assertThat(this.emulator.updates().pending()).isZero();
		write(2);
		// An outdated offset.
		assertThat(this.bot.updateIds("?offset=5003")).containsExactly(1L, 2L);
		assertThat(this.bot.updateIds("?offset=2")).containsExactly(2L);
		assertThat(this.bot.updateIds("?offset=3")).isEmpty();
		assertThat(this.emulator.updates().pending()).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.updates().resetIds(-1));
	}

	private void write(int count) {
		for (int i = 0; i < count; i++) {
			this.sara.write("text");
		}
	}

}
