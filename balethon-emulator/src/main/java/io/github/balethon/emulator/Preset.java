package io.github.balethon.emulator;

import java.util.Set;

/**
 * A combination of quirks for a kind of client.
 *
 * @since 0.1.0
 * @see BaleEmulatorBuilder#preset(Preset)
 */
public enum Preset {

	/**
	 * For client libraries of Telegram, which require fields that Bale leaves out, and
	 * send JSON where Bale accepts forms only.
	 */
	TELEGRAM(Quirk.WRONG_TOKEN_401, Quirk.EDITS_RETURN_MESSAGE, Quirk.NO_NULL_PHOTO, Quirk.ANIMATION_IN_JSON,
			Quirk.STICKER_IN_JSON, Quirk.NUMERIC_CHAT_ID_IN_CHAT_ACTION, Quirk.NON_MEMBERS_HAVE_LEFT,
			Quirk.CHAT_INSTANCE, Quirk.VOICE_DURATIONS, Quirk.PIN_MESSAGES);

	private final Set<Quirk> quirks;

	Preset(Quirk... quirks) {
		this.quirks = Set.of(quirks);
	}

	/**
	 * Returns the quirks of the preset.
	 * @return the quirks; unmodifiable
	 */
	public Set<Quirk> quirks() {
		return this.quirks;
	}

}
