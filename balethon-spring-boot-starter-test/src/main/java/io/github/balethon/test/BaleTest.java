package io.github.balethon.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests handlers without the rest of the application: no web server, no database, no
 * network. The application context has the named bots, the {@code @BaleAdvice} and the
 * extension points of the bot. Handlers run on the emulator as in production, but its Bot
 * API is called in the JVM. Other beans that a bot needs are mocked or imported.
 * <pre class="code">
 * &#064;BaleTest(SignupBot.class)
 * class SignupBotTests {
 *
 *   &#064;Autowired
 *   private BaleTester bale;
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(BaleTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(BaleTypeExcludeFilter.class)
@AutoConfigureBaleEmulator
@ImportAutoConfiguration
public @interface BaleTest {

	/**
	 * Alias for {@link #bots()}.
	 * @return the classes with handlers
	 */
	@AliasFor("bots")
	Class<?>[] value() default {};

	/**
	 * The classes with handlers, components of the application.
	 * @return the classes; if none, all components with handlers
	 */
	@AliasFor("value")
	Class<?>[] bots() default {};

	/**
	 * Properties in the form {@code key=value}, added to the environment.
	 * @return the properties
	 */
	String[] properties() default {};

	/**
	 * Whether to include the bots and extension points by default.
	 * @return {@code true} by default
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Filters that add components.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Filters that remove components.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Auto-configurations to exclude.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
