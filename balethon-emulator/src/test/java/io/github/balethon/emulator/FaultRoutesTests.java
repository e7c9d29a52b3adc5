package io.github.balethon.emulator;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Faults, updates and calls over HTTP.
 */
class FaultRoutesTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

	private final TestBot bot = new TestBot(this.emulator);

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			{"kind":"status","code":403}                                  | 403 | permission_denied
			{"kind":"status","code":400,"description":"no"}               | 400 | "no"
			{"kind":"too_many_requests","retry_after":3}                  | 429 | "retry_after":3
			{"kind":"too_many_requests"}                                  | 429 | exceed"}
			{"kind":"too_many_requests","plain_text":true}                | 429 | local_rate_limited
			{"kind":"html_error","code":502,"after":1}                    | 502 | <html>
			{"kind":"empty_body","code":500}                              | 500 | ''
			{"kind":"null_result"}                                        | 200 | "result":null
			{"kind":"answer","code":299,"content_type":"a/b","body":"x"}  | 299 | x
			{"kind":"slow_body","bytes_per_second":100000}                | 200 | "is_bot":true
			{"kind":"truncated"}                                          | 200 | {"ok":true
			{"kind":"delay","milliseconds":1}                             | 200 | "is_bot":true
			{"kind":"STATUS","code":500,"after_effect":true,"times":1}    | 500 | Internal
			""")
	void faultsAreInjected(String fault, int status, String part) {
		Reply added = post("faults", fault.replace("}", ",\"method\":\"getme\"}"));
		assertThat(added.json().path("method").stringValue()).isEqualTo("getMe");
		Reply reply = this.bot.getMethod("getMe");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.text()).contains(part);
	}

	@Test
	void faultsAreListedAndRemoved() {
		post("faults", "{\"method\":\"getMe\",\"kind\":\"status\",\"code\":500,\"times\":3}");
		post("faults", "{\"kind\":\"hang\",\"when\":{\"chat_id\":5}}");
		post("faults", "{\"method\":\"getUpdates\",\"kind\":\"duplicates\"}");
		this.bot.getMethod("getMe");
		assertThat(this.bot.get("/emulator/faults").json()).isEqualTo(Json.read("""
				[{"id":1,"method":"getMe","fault":"answer 500, 3 times","hits":1},
				{"id":2,"fault":"hang","hits":0},{"id":3,"method":"getUpdates","fault":"duplicates","hits":0}]"""));
		assertThat(delete("faults/1").json().path("id").intValue()).isOne();
		assertThat(error(delete("faults/1"), 404)).contains("no active fault 1");
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		this.emulator.person(1001, "Sara").write("x");
		assertThat(this.bot.updateIds("")).containsExactly(1L, 1L);
		assertThat(delete("faults").text()).isEqualTo("[]");
		assertThat(this.bot.updateIds("")).containsExactly(1L);
	}

	@Test
	void faultsMatchParameters() {
		this.emulator.person(1001, "Sara");
		post("faults", "{\"kind\":\"status\",\"code\":403,\"when\":{\"chat_id\":\"1001\"}}");
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\"}").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
			{"method":"getMe"}                                     | 'kind'
			{"method":"getMe","kind":"magic"}                      | beyond_limit
			{"method":"getMe","kind":"status"}                     | 'code'
			{"method":"getMe","kind":"status","code":5000000000}   | between 400 and 599
			{"method":"getMe","kind":"disorder"}                   | getUpdates
			{"method":"getMee","kind":"reset"}                     | getMee
			{"method":"getMe","kind":"reset","times":0}            | must be positive
			{"method":"getMe","kind":"reset","when":5}             | 'when'
			""")
	void invalidRequestsAreExplained(String fault, String words) {
		assertThat(error(post("faults", fault), 400)).contains(words.strip());
	}

	@Test
	void tokenIsRefused() {
		assertThat(post("token", "{\"refused\":true}").text()).isEqualTo("{\"refused\":true}");
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(403);
		post("token", "{\"refused\":false}");
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(error(post("token", "{}"), 400)).contains("'refused'");
	}

	@Test
	void updatesAreEnqueued() {
		assertThat(post("updates", "{\"update\":{\"story\":{}}}").text()).isEqualTo("{\"update_id\":1}");
		post("update-ids", "{\"skip\":10}");
		assertThat(post("updates", "{\"text\":\"{broken\"}").text()).isEqualTo("{\"update_id\":12}");
		assertThat(this.bot.get("/emulator/updates").text()).isEqualTo("{\"pending\":2}");
		assertThat(this.bot.getMethod("getUpdates").text())
			.isEqualTo("{\"ok\":true,\"result\":[{\"update_id\":1,\"story\":{}},{broken]}");
		post("update-ids", "{\"reset\":7}");
		assertThat(this.bot.get("/emulator/updates").text()).isEqualTo("{\"pending\":0}");
		assertThat(post("updates", "{\"update\":{}}").text()).isEqualTo("{\"update_id\":7}");
		assertThat(error(post("updates", "{}"), 400)).contains("'update'");
		assertThat(error(post("update-ids", "{}"), 400)).contains("'skip'");
	}

	@Test
	void callsAreListed() {
		this.emulator.person(5, "Mina");
		this.bot.getMethod("getMe");
		this.bot.call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}");
		assertThat(this.bot.get("/emulator/calls?method=sendmessage").json()).isEqualTo(Json.read("""
				[{"method":"sendMessage","arrived_at":1767225600000,"parameters":{"chat_id":5,"text":"x"}}]"""));
		assertThat(this.bot.get("/emulator/calls").json()).hasSize(2);
		assertThat(error(this.bot.get("/emulator/calls?method=x"), 400)).contains("'x'");
	}

	@Test
	void foreignPagesCannotDelete() {
		post("faults", "{\"kind\":\"hang\"}");
		Reply reply = this.bot.send(this.bot.request("/emulator/faults").DELETE().header("Origin", "http://example.ir"))
			.join();
		assertThat(reply.status()).isEqualTo(403);
		assertThat(this.bot.get("/emulator/faults").json()).hasSize(1);
	}

	private Reply post(String path, String json) {
		return this.bot.post("/emulator/" + path, "application/json", json);
	}

	private Reply delete(String path) {
		return this.bot.send(this.bot.request("/emulator/" + path).DELETE()).join();
	}

	private String error(Reply reply, int status) {
		assertThat(reply.status()).isEqualTo(status);
		return reply.json().path("error").stringValue();
	}

}
