package io.github.balethon.source;

import java.time.Duration;

import org.springframework.util.backoff.BackOff;

/**
 * How Bale is asked for updates.
 *
 * @param backOff the pauses after failures
 * @param pauseWhenRefused the pause after a refusal that time alone does not mend
 * @param dropPending whether updates that wait at Bale at the start are dropped
 * @param failFast whether the start fails if Bale does not answer
 * @param deleteWebhook whether to delete a webhook that receives the updates of the bot
 * @param maxAnswerAge how old the last good answer may be before something is wrong
 * @since 0.1.0
 */
public record PollingSettings(BackOff backOff, Duration pauseWhenRefused, boolean dropPending, boolean failFast,
		boolean deleteWebhook, Duration maxAnswerAge) {

}
