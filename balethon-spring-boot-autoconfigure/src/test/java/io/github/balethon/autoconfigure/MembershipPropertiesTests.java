package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Set;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of required memberships and of typed callback data.
 */
@Timeout(60)
class MembershipPropertiesTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void propertiesAreBound() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.access.required-channels=@news,@offers", "bale.access.exempt-users=5,6",
					"bale.access.membership-time-to-live=1h", "bale.access.unavailable-channel=deny",
					"bale.callback.time-to-live=2d", "bale.callback.max-stored=50")
			.run((context) -> {
				BaleProperties properties = context.getBean(BaleProperties.class);
				assertThat(properties.access().requiredChannels()).containsExactly("@news", "@offers");
				assertThat(properties.access().exemptUsers()).isEqualTo(Set.of(5L, 6L));
				assertThat(properties.access().membershipTimeToLive()).hasHours(1);
				assertThat(properties.access().unavailableChannel())
					.isEqualTo(BaleAccessProperties.UnavailableChannel.DENY);
				assertThat(properties.callback().timeToLive()).hasDays(2);
				assertThat(properties.callback().maxStored()).isEqualTo(50);
				assertThat(context).hasSingleBean(CallbackButtons.class);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "news", "@", "https://ble.ir/news", "12x" })
	void malformedChannelFailsTheStart(String channel) {
		Bots.on(this.emulator)
			.withPropertyValues("bale.access.required-channels[0]=" + channel)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("bale.access.required-channels")
				.hasMessageContaining(channel));
	}

	@Test
	void requiredChannelAppliesToTheWholeBot() {
		this.emulator.channel("News", "news");
		Bots.on(this.emulator)
			.withBean(EchoBot.class)
			.withPropertyValues("bale.access.required-channels=@news")
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).startsWith("لطفاً ابتدا عضو شوید");
			});
	}

	@Test
	void unavailableChannelIsADetailOfTheHealth() {
		Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(BaleHealthContributorAutoConfiguration.class))
			.withBean(EchoBot.class)
			.withPropertyValues("bale.access.required-channels=@unknown")
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("hello");
				Health health = context.getBean(BaleHealthIndicator.class).health();
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails().get("chatsWithUnknownMembers")).asString().contains("@unknown");
			});
	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
