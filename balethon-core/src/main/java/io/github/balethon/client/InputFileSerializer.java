package io.github.balethon.client;

import java.util.Map;

import io.github.balethon.method.InputFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import org.springframework.util.Assert;

/**
 * Writes a file as its id or its address. An upload that is a parameter stays what it is,
 * one inside of a parameter becomes a reference to the part of the form that holds it.
 */
final class InputFileSerializer extends ValueSerializer<InputFile> {

	static final String ATTACHMENTS = InputFileSerializer.class.getName() + ".attachments";

	@Override
	public void serialize(InputFile file, JsonGenerator generator, SerializationContext context) {
		String reference = file.reference();
		if (reference == null && isParameter(generator)) {
			generator.writePOJO(file);
			return;
		}
		if (reference == null) {
			Object name = (context.getAttribute(ATTACHMENTS) instanceof Map<?, ?> names) ? names.get(file) : null;
			Assert.state(name != null, "An upload is not among the 'files()' of its request");
			reference = "attach://" + name;
		}
		generator.writeString(reference);
	}

	// No text could mark the place: a person may have written the same.
	private static boolean isParameter(JsonGenerator generator) {
		TokenStreamContext parent = generator.streamWriteContext().getParent();
		return parent != null && parent.inRoot();
	}

}
