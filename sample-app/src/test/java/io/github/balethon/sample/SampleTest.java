package io.github.balethon.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.balethon.test.AutoConfigureBaleEmulator;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs the sample on an emulator, once for all tests with this annotation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Timeout(60)
@SpringBootTest
@AutoConfigureBaleEmulator
@interface SampleTest {

}
