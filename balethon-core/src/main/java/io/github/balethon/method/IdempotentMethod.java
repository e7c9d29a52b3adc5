package io.github.balethon.method;

/**
 * A request that can be executed twice with the same effect as once: it reads, or it sets
 * a state. If no response arrives, the client retries it. Requests that send messages are
 * not idempotent and are never retried then.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface IdempotentMethod<R> extends BaleMethod<R> {

}
