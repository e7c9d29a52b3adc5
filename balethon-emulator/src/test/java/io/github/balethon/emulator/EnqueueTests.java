package io.github.balethon.emulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnqueueTests {

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void updateWithoutIdGetsOne() {
		assertThat(this.emulator.updates().enqueue("{ \"poll\" : {\"n\":1.50} }")).isOne();
		assertThat(this.emulator.updates().enqueue("{}")).isEqualTo(2);
		assertThat(this.bot.getMethod("getUpdates").text())
			.isEqualTo("{\"ok\":true,\"result\":[{\"update_id\":1, \"poll\" : {\"n\":1.50} },{\"update_id\":2}]}");
	}

	@Test
	void updateWithIdKeepsItAndDeterminesTheNext() {
		assertThat(this.emulator.updates().enqueue("{\"update_id\":500,\"x\":1}")).isEqualTo(500);
		assertThat(this.emulator.person("Sara").write("hello")).isEqualTo(501);
		assertThat(this.bot.updateIds("?offset=501")).containsExactly(501L);
	}

	@Test
	void sameIdTwiceIsDeliveredTwice() {
		this.emulator.updates().enqueue("{\"update_id\":7}");
		this.emulator.updates().enqueue("{\"update_id\":7}");
		assertThat(this.bot.updateIds("")).containsExactly(7L, 7L);
		assertThat(this.bot.updateIds("?offset=8")).isEmpty();
	}

	@Test
	void anyTextIsDeliveredVerbatim() {
		this.emulator.updates().enqueue("42");
		this.emulator.updates().enqueue("null");
		this.emulator.updates().enqueue("\"text\"");
		this.emulator.updates().enqueue("[[]]");
		this.emulator.updates().enqueue("{\"update_id\":\"abc\"}");
		this.emulator.updates().enqueue("{\"update_id\":99999999999999999999}");
		this.emulator.updates().enqueue("{broken");
		assertThat(this.bot.getMethod("getUpdates").text())
			.isEqualTo("{\"ok\":true,\"result\":[42,null,\"text\",[[]],{\"update_id\":\"abc\"},"
					+ "{\"update_id\":99999999999999999999},{broken]}");
	}

	@Test
	void textWithoutIdIsConfirmedWithALaterUpdate() {
		this.emulator.updates().enqueue("42");
		long id = this.emulator.person("Sara").write("hello");
		assertThat(this.bot.getMethod("getUpdates").result()).hasSize(2);
		assertThat(this.bot.updateIds("?offset=" + id)).containsExactly(id);
	}

	@Test
	void hugeIdDoesNotBreakTheNext() {
		this.emulator.updates().enqueue("{\"update_id\":9223372036854775807}");
		assertThat(this.emulator.person("Sara").write("hello")).isOne();
	}

}
