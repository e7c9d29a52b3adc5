package io.github.balethon.emulator.world;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The quirks that are enabled.
 *
 * @since 0.1.0
 */
public final class Quirks {

	private final Set<BaleQuirk> on = ConcurrentHashMap.newKeySet();

	public void set(BaleQuirk quirk, boolean on) {
		if (on) {
			this.on.add(quirk);
		}
		else {
			this.on.remove(quirk);
		}
	}

	public boolean has(BaleQuirk quirk) {
		return this.on.contains(quirk);
	}

	public List<BaleQuirk> all() {
		return this.on.stream().sorted().toList();
	}

}
