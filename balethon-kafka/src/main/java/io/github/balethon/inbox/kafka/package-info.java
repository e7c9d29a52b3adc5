/**
 * The inbox on Kafka, for a bot that runs on several machines.
 */
@NullMarked
package io.github.balethon.inbox.kafka;

import org.jspecify.annotations.NullMarked;
