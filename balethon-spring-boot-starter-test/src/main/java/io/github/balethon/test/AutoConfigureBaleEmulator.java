package io.github.balethon.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Runs the bot of a test context on an emulator of its own, whatever token, address,
 * transport and {@code BaleConnectionDetails} the application has. A {@link BaleTester}
 * can be injected. <pre class="code">
 * &#064;SpringBootTest
 * &#064;AutoConfigureBaleEmulator
 * class EchoBotTests {
 *
 *   &#064;Autowired
 *   private BaleTester bale;
 *
 *   &#064;Test
 *   void startGreets() {
 *     this.bale.user("Sara").sends("/start").expectsReply("سلام Sara");
 *   }
 *
 * }
 * </pre> Before a test method, the emulator is reset, unless another test is running in
 * the same context.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureBaleEmulator {

}
