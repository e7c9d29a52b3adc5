package io.github.balethon.autoconfigure;

import io.github.balethon.client.ClientWarmUp;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;

/**
 * Loads the classes of the client while Spring Boot prepares the application, if there is
 * a second processor.
 */
final class BaleBackgroundPreinitializer implements BackgroundPreinitializer {

	@Override
	public void preinitialize() {
		ClientWarmUp.run();
	}

}
