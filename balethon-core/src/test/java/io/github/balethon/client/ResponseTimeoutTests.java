package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * {@link ResponseTimeout}, in virtual time.
 */
class ResponseTimeoutTests {

	private final EmbeddedChannel channel = new EmbeddedChannel(new ResponseTimeout(Duration.ofSeconds(10)));

	@BeforeEach
	void freeze() {
		this.channel.freezeTime();
	}

	@AfterEach
	void close() {
		this.channel.finishAndReleaseAll();
	}

	@Test
	void missingResponseClosesTheConnection() {
		request();
		advance(9);
		assertThat(this.channel.isOpen()).isTrue();
		advance(1);
		assertTimedOut();
	}

	@Test
	void eachPartRestartsTheTimeout() {
		request();
		advance(9);
		this.channel.writeInbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
		advance(9);
		this.channel.writeInbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER));
		advance(9);
		assertThat(this.channel.isOpen()).isTrue();
		advance(1);
		assertTimedOut();
	}

	@Test
	void idleConnectionStaysOpen() {
		advance(60);
		request();
		advance(1);
		respond();
		advance(60);
		assertThat(this.channel.isOpen()).isTrue();
		this.channel.checkException();
	}

	@Test
	void nextRequestHasATimeoutOfItsOwn() {
		request();
		advance(5);
		respond();
		advance(4);
		request();
		advance(9);
		assertThat(this.channel.isOpen()).isTrue();
		advance(1);
		assertTimedOut();
	}

	@Test
	void closedConnectionDoesNotTimeOut() {
		request();
		this.channel.close();
		advance(60);
		this.channel.checkException();
	}

	private void request() {
		this.channel.writeOutbound("request");
	}

	private void respond() {
		this.channel.writeInbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK),
				LastHttpContent.EMPTY_LAST_CONTENT);
	}

	private void advance(int seconds) {
		this.channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
		this.channel.runScheduledPendingTasks();
	}

	private void assertTimedOut() {
		assertThat(this.channel.isOpen()).isFalse();
		assertThatExceptionOfType(ReadTimeoutException.class).isThrownBy(this.channel::checkException);
	}

}
