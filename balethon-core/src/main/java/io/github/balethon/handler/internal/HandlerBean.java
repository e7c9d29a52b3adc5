package io.github.balethon.handler.internal;

/**
 * Bean that may have handlers.
 *
 * @param name the name of the bean
 * @param type the class of the bean, without its proxy
 */
record HandlerBean(String name, Class<?> type) {

}
