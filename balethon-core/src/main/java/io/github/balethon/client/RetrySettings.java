package io.github.balethon.client;

import java.time.Duration;

/**
 * Settings of the retries of calls.
 *
 * @param maxAttempts the maximum number of attempts; 1 disables retries
 * @param maxWait the maximum pause between two attempts; if Bale requests a longer one,
 * the call fails
 * @param maxOutage the maximum sum of the pauses of an interactive call while Bale cannot
 * be reached
 */
record RetrySettings(int maxAttempts, Duration maxWait, Duration maxOutage) {

}
