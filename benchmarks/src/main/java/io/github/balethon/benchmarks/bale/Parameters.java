package io.github.balethon.benchmarks.bale;

/**
 * Finds parameters in the body of a request, JSON or form, without parsing the rest: the
 * server must not cost more than the bots.
 */
final class Parameters {

	private Parameters() {
	}

	static int number(String body, String name, int fallback) {
		int start = start(body, name);
		int end = endOfNumber(body, start);
		return (end > start) ? Integer.parseInt(body, start, end, 10) : fallback;
	}

	// The end of the body if there is no such parameter.
	static int start(String body, String name) {
		boolean json = body.startsWith("{");
		String key = json ? '"' + name + "\":" : name + '=';
		int found = body.indexOf(key);
		while (!json && found > 0 && body.charAt(found - 1) != '&') {
			found = body.indexOf(key, found + 1);
		}
		if (found < 0) {
			return body.length();
		}
		int start = found + key.length();
		return (json && body.charAt(start) == '"') ? start + 1 : start;
	}

	static int endOfNumber(String body, int start) {
		int end = start;
		while (end < body.length() && Character.isDigit(body.charAt(end))) {
			end++;
		}
		return end;
	}

	// A form may encode the blank.
	static int afterBlank(String body, int blank) {
		return (body.charAt(blank) == '%') ? blank + 3 : blank + 1;
	}

}
