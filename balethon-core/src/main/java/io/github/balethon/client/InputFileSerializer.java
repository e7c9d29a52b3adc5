package io.github.balethon.client;

import java.util.Map;

import io.github.balethon.method.InputFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

import org.springframework.util.Assert;

/**
 * Serializes a file as its identifier or URL. An upload that is a parameter itself is
 * written as an object, and an upload within a parameter as a reference to its part of
 * the form.
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

	// Not as a text, which a user may have written.
	private static boolean isParameter(JsonGenerator generator) {
		TokenStreamContext parent = generator.streamWriteContext().getParent();
		return parent != null && parent.inRoot();
	}

}
