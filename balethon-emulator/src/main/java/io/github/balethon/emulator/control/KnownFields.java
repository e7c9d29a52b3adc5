package io.github.balethon.emulator.control;

import java.util.Set;

import io.github.balethon.emulator.botapi.Parameters;

/**
 * Rejects unknown fields in requests to the control API, so that a misspelled field is
 * not ignored.
 */
final class KnownFields {

	private KnownFields() {
	}

	/**
	 * Checks the names of the fields.
	 * @param parameters the request
	 * @param known the names of the supported fields
	 * @throws ControlProblem if there is another field
	 */
	static void require(Parameters parameters, String... known) {
		Set<String> names = Set.of(known);
		for (String name : parameters.names()) {
			if (!names.contains(name) && parameters.has(name)) {
				throw new ControlProblem(400, "Unknown field '" + name + "'. " + ((known.length > 0)
						? "The fields are " + String.join(", ", known) + "." : "There are no fields."));
			}
		}
	}

}
