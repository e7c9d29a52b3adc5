package io.github.balethon.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the observation of updates.
 *
 * @param mdc Whether to add the identifiers of the bot, the update and the chat, and the
 * handler to the MDC.
 * @since 0.1.0
 */
@ConfigurationProperties("bale.observation")
public record BaleObservationProperties(@DefaultValue("false") boolean mdc) {

}
