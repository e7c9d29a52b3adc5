/**
 * A Bale server in the JVM, for developing and testing bots without a token and without a
 * network. This package is the whole API: its types are façades of the internal packages
 * below, which depend on each other in one direction:
 * <pre>server -> control -> botapi -> world -> http</pre> Enums and records of this
 * package have internal counterparts where the packages below need them, because those
 * must not depend on this one.
 */
@NullMarked
package io.github.balethon.emulator;

import org.jspecify.annotations.NullMarked;
