/**
 * Contract of update sources, with long polling ({@code getUpdates}) and a webhook.
 */
@NullMarked
package io.github.balethon.source;

import org.jspecify.annotations.NullMarked;
