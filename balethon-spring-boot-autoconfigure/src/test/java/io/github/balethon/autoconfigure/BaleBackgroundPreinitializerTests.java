package io.github.balethon.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class BaleBackgroundPreinitializerTests {

	@Test
	void runsBesideTheStart() {
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(BackgroundPreinitializer.class))
			.hasAtLeastOneElementOfType(BaleBackgroundPreinitializer.class);
		assertThatNoException().isThrownBy(() -> new BaleBackgroundPreinitializer().preinitialize());
	}

}
