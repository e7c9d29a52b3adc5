package io.github.balethon.source;

import java.time.Duration;

import org.springframework.util.backoff.BackOff;

/**
 * Settings of long polling.
 *
 * @param backOff backoff after failures
 * @param pauseWhenRefused pause after a rejected token or a conflict
 * @param dropPending whether pending updates are discarded at the start
 * @param failFast whether the start fails if Bale does not respond
 * @param deleteWebhook whether to delete a webhook that receives the updates of the bot
 * @param maxAnswerAge maximum age of the last successful response before the health is
 * down
 * @since 0.1.0
 */
public record PollingSettings(BackOff backOff, Duration pauseWhenRefused, boolean dropPending, boolean failFast,
		boolean deleteWebhook, Duration maxAnswerAge) {

}
