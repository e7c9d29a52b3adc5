package io.github.balethon.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A stream of messages of many users, and the check of their echoes. An echo contains the
 * sender and the number of its message, so that lost, repeated and reordered messages are
 * detected. Used by the only thread of the server; other threads wait for it.
 */
final class EchoLoad {

	static final int USERS = 1000;

	private static final int MAX_PAGE = 100;

	private final int warmUp;

	private final int total;

	private final int[] lastEcho = new int[USERS];

	private final CountDownLatch warm = new CountDownLatch(1);

	private final CountDownLatch done = new CountDownLatch(1);

	private int answered;

	private volatile int disorders;

	private volatile long warmNanos;

	private volatile long doneNanos;

	/**
	 * Creates a load.
	 * @param warmUp number of messages that are not measured
	 * @param measured number of messages that are
	 */
	EchoLoad(int warmUp, int measured) {
		this.warmUp = warmUp;
		this.total = warmUp + measured;
	}

	/**
	 * The next updates.
	 * @param request the request for them
	 * @return the answer, or {@code null} if there are no more
	 */
	@Nullable String page(String request) {
		int first = Math.max(1, number(request, "\"offset\":"));
		int limit = Math.max(1, Math.min(MAX_PAGE, number(request, "\"limit\":")));
		if (first > this.total) {
			return null;
		}
		StringBuilder json = new StringBuilder(limit * 700).append("{\"ok\":true,\"result\":[");
		for (int id = first; id < first + limit && id <= this.total; id++) {
			update(json, id);
			json.append(',');
		}
		json.setLength(json.length() - 1);
		return json.append("]}").toString();
	}

	private void update(StringBuilder json, int id) {
		int user = id % USERS;
		int chat = 1_050_000_000 + user;
		json.append("{\"update_id\":").append(id).append(",\"message\":{\"message_id\":").append(id);
		json.append(",\"from\":{\"id\":").append(chat);
		json.append(",\"is_bot\":false,\"first_name\":\"سارا\",\"last_name\":\"\",\"username\":\"sara_demo\"}");
		json.append(",\"date\":1767225601,\"chat\":{\"id\":").append(chat);
		json.append(
				",\"type\":\"private\",\"username\":\"sara_demo\",\"first_name\":\"سارا\",\"last_name\":\"\",\"photo\":null}");
		json.append(",\"text\":\"").append(user).append(' ').append((id - 1) / USERS + 1);
		json.append(" یک پیام معمولی که کسی برای بازو نوشته است\",\"entities\":[]}}");
	}

	/**
	 * Takes an echo.
	 * @param request the message of the bot
	 * @return the answer
	 */
	String echoed(String request) {
		int text = request.indexOf("\"text\":\"") + 8;
		int blank = request.indexOf(' ', text);
		int user = Integer.parseInt(request, text, blank, 10);
		int sequence = Integer.parseInt(request, blank + 1, request.indexOf(' ', blank + 1), 10);
		if (sequence != this.lastEcho[user] + 1) {
			this.disorders++;
		}
		this.lastEcho[user] = sequence;
		this.answered++;
		if (this.answered == this.warmUp) {
			this.warmNanos = System.nanoTime();
			this.warm.countDown();
		}
		if (this.answered == this.total) {
			this.doneNanos = System.nanoTime();
			this.done.countDown();
		}
		int chat = 1_050_000_000 + user;
		return "{\"ok\":true,\"result\":{\"message_id\":" + this.answered
				+ ",\"from\":{\"id\":1620384001,\"is_bot\":true,\"first_name\":\"Demo\",\"last_name\":\"\",\"username\":\"demo_bale_bot\"},"
				+ "\"date\":1767225640,\"chat\":{\"id\":" + chat
				+ ",\"type\":\"private\",\"username\":\"sara_demo\",\"first_name\":\"سارا\",\"last_name\":\"\",\"photo\":null},"
				+ "\"text\":\"" + user + "\"}}";
	}

	private static int number(String json, String key) {
		int start = json.indexOf(key);
		if (start < 0) {
			return 0;
		}
		int from = start + key.length();
		int to = from;
		while (to < json.length() && Character.isDigit(json.charAt(to))) {
			to++;
		}
		return Integer.parseInt(json, from, to, 10);
	}

	boolean awaitWarm(Duration timeout) throws InterruptedException {
		return this.warm.await(timeout.toSeconds(), TimeUnit.SECONDS) && this.warmNanos != 0;
	}

	boolean awaitDone(Duration timeout) throws InterruptedException {
		return this.done.await(timeout.toSeconds(), TimeUnit.SECONDS) && this.doneNanos != 0;
	}

	/**
	 * Ends all waits, as the bot has terminated.
	 */
	void giveUp() {
		this.warm.countDown();
		this.done.countDown();
	}

	double measuredSeconds() {
		return (this.doneNanos - this.warmNanos) / 1e9;
	}

	int measured() {
		return this.total - this.warmUp;
	}

	/**
	 * How many echoes were lost, doubled or overtaken.
	 * @return zero when all is well
	 */
	int disorders() {
		return this.disorders;
	}

}
