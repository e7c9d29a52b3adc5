package io.github.balethon.method;

/**
 * A request that may be made twice, as the second time changes nothing: it reads, or it
 * says what shall be. If no answer comes, the client repeats it, which it never does with
 * a request that sends something to people.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface IdempotentMethod<R> extends BaleMethod<R> {

}
