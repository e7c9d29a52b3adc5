/**
 * Auto-configuration of the inbox on Kafka.
 */
@NullMarked
package io.github.balethon.autoconfigure.kafka;

import org.jspecify.annotations.NullMarked;
