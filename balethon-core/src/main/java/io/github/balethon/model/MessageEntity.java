package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * A part of a text with a meaning: Bale's {@code MessageEntity}.
 *
 * @param type {@code mention} or {@code bot_command}; other values are kept as they are
 * @param offset start in the text, in the unit of a Java string index
 * @param length length, in the same unit
 * @since 0.1.0
 */
public record MessageEntity(@Nullable String type, int offset, int length) {

}
