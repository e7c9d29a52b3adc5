package io.github.balethon.emulator.botapi;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InitDataTests {

	@Test
	void signatureMatchesTheTestVector() {
		BotAccount account = new BotAccount("123456789:TestTokenForDocsOnly0000000000000000000", "demo_bale_bot");
		Map<String, String> fields = Map.of("auth_date", "1767225600", "query_id", "AAE7demo", "user",
				"{\"id\":1050637241,\"first_name\":\"سارا\",\"last_name\":\"\",\"username\":\"sara_demo\","
						+ "\"allows_write_to_pm\":true}");
		assertThat(new InitData(account, Clock.systemUTC()).sign(new TreeMap<>(fields)))
			.startsWith("auth_date=1767225600&query_id=AAE7demo&user=%7B%22id%22%3A1050637241")
			.endsWith("&hash=14a460188734b569b8024b05d88fea3048e16f0e361ff260ffacba7960ab9050");
	}

}
