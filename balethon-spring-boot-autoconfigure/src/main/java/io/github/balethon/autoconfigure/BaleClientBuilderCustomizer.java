package io.github.balethon.autoconfigure;

import io.github.balethon.client.BaleClientBuilder;

/**
 * Callback interface for beans that customize the auto-configured
 * {@link BaleClientBuilder}, from which the client of the bot and the client of the long
 * poll are built. It is invoked after the properties {@code bale.client.*} have been
 * applied, for each builder that is created. Several customizers are invoked in the order
 * of {@link org.springframework.core.annotation.Order @Order}. Builders that the
 * application creates itself are not customized. <pre class="code">
 * &#064;Bean
 * BaleClientBuilderCustomizer patientBot() {
 *   return (builder) -&gt; builder.maxOutage(Duration.ofHours(1));
 * }
 * </pre>
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleClientBuilderCustomizer {

	/**
	 * Customizes the builder.
	 * @param builder the builder to customize
	 */
	void customize(BaleClientBuilder builder);

}
