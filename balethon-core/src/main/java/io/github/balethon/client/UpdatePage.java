package io.github.balethon.client;

import java.util.List;

/**
 * The updates of one response to {@code getUpdates}.
 *
 * @param updates the updates, in Bale's order
 * @param complete {@code false} if the response is truncated, and updates may be missing
 */
record UpdatePage(List<ReceivedUpdate> updates, boolean complete) {

}
