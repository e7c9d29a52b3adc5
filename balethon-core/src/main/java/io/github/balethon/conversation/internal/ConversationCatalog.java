package io.github.balethon.conversation.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * States and groups of conversations that the handlers of the application have.
 *
 * @param states names of all states, with their groups
 * @param dialogues names under which dialogues are stored
 * @param data types of the data by group, as far as handlers declare them
 * @param ttls times to live by group, as far as they differ from the default
 * @param timeouts timeouts of the states that have one
 * @since 0.1.0
 */
public record ConversationCatalog(Set<String> states, Set<String> dialogues, Map<String, ConversationData> data,
		Map<String, Duration> ttls, Map<String, Duration> timeouts) {

	private static final String DIALOGUE = "dialogue:";

	/** For an application without states. */
	public static final ConversationCatalog EMPTY = new ConversationCatalog(Set.of(), Set.of(), Map.of(), Map.of(),
			Map.of());

	/**
	 * Returns the group of a state.
	 * @param state the name of the state
	 * @return the part before the last dot; empty if there is none
	 */
	public static String group(String state) {
		return state.substring(0, Math.max(0, state.lastIndexOf('.')));
	}

	/**
	 * Returns the full name of a state in a group.
	 * @param group the group, or {@code null} for none
	 * @param state the name of the state, with or without the group
	 * @return the name with the group
	 */
	public static String qualified(@Nullable String group, String state) {
		return (group == null || group.equals(group(state))) ? state : group + "." + state;
	}

	/**
	 * Returns the state under which the dialogues of a handler are stored.
	 * @param group the group of the handler, or {@code null} for none
	 * @param handler the name of the handler
	 * @return the state
	 */
	public static String dialogue(@Nullable String group, String handler) {
		return qualified(group, DIALOGUE + handler);
	}

	static boolean isDialogue(String state) {
		return state.startsWith(DIALOGUE, state.lastIndexOf('.') + 1);
	}

	boolean isKnown(String state) {
		return this.states.contains(state) || this.dialogues.contains(state);
	}

	String resolve(String written, @Nullable String group) {
		String name = qualified(group, written);
		if (this.states.contains(name)) {
			return name;
		}
		if (this.states.contains(written)) {
			return written;
		}
		throw new IllegalArgumentException(
				"No handler has the state '%s'. States are %s".formatted(name, new TreeSet<>(this.states)));
	}

	@Nullable ConversationData dataOf(String group) {
		return this.data.get(group);
	}

}
