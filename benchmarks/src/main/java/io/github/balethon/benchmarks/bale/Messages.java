package io.github.balethon.benchmarks.bale;

/**
 * The JSON of messages. The text of a message contains its user and its number among the
 * messages of that user, so that an echo identifies the update it answers.
 */
final class Messages {

	/** Number of users, who write in turn. */
	static final int USERS = 1000;

	private static final int FIRST_CHAT = 1_050_000_000;

	private Messages() {
	}

	static int user(int update) {
		return update % USERS;
	}

	static int sequence(int update) {
		return (update - 1) / USERS + 1;
	}

	private static int update(int user, int sequence) {
		return (user != 0) ? (sequence - 1) * USERS + user : sequence * USERS;
	}

	static void appendUpdate(StringBuilder json, int update) {
		int chat = FIRST_CHAT + user(update);
		json.append("{\"update_id\":").append(update).append(",\"message\":{\"message_id\":").append(update);
		json.append(",\"from\":{\"id\":").append(chat);
		json.append(",\"is_bot\":false,\"first_name\":\"سارا\",\"last_name\":\"\",\"username\":\"sara_demo\"}");
		json.append(",\"date\":1767225601,\"chat\":{\"id\":").append(chat);
		json.append(",\"type\":\"private\",\"username\":\"sara_demo\",\"first_name\":\"سارا\",\"last_name\":\"\","
				+ "\"photo\":null}");
		json.append(",\"text\":\"").append(user(update)).append(' ').append(sequence(update));
		json.append(" یک پیام معمولی که کسی برای بازو نوشته است\",\"entities\":[]}}");
	}

	// The answer to sendMessage. The message has the identifier of the update it answers.
	static String sent(int update) {
		return "{\"ok\":true,\"result\":{\"message_id\":" + update
				+ ",\"from\":{\"id\":1620384001,\"is_bot\":true,\"first_name\":\"Demo\",\"last_name\":\"\","
				+ "\"username\":\"demo_bale_bot\"},\"date\":1767225640,\"chat\":{\"id\":" + (FIRST_CHAT + user(update))
				+ ",\"type\":\"private\",\"username\":\"sara_demo\",\"first_name\":\"سارا\",\"last_name\":\"\","
				+ "\"photo\":null},\"text\":\"" + user(update) + "\"}}";
	}

	// The update whose text was sent back in the body of a request.
	static int echoed(String request) {
		int user = Parameters.start(request, "text");
		int userEnd = Parameters.endOfNumber(request, user);
		int sequence = Parameters.afterBlank(request, userEnd);
		return update(Integer.parseInt(request, user, userEnd, 10),
				Integer.parseInt(request, sequence, Parameters.endOfNumber(request, sequence), 10));
	}

}
