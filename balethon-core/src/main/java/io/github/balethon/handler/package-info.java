/**
 * Types for handlers and their extension points: interceptors, conditions, argument
 * resolvers and return value handlers.
 */
@NullMarked
package io.github.balethon.handler;

import org.jspecify.annotations.NullMarked;
