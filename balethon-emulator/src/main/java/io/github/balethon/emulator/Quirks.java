package io.github.balethon.emulator;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quirks that are enabled.
 */
final class Quirks {

	private final Set<BaleQuirk> on = ConcurrentHashMap.newKeySet();

	void set(BaleQuirk quirk, boolean on) {
		if (on) {
			this.on.add(quirk);
		}
		else {
			this.on.remove(quirk);
		}
	}

	boolean has(BaleQuirk quirk) {
		return this.on.contains(quirk);
	}

	List<BaleQuirk> all() {
		return this.on.stream().sorted().toList();
	}

}
