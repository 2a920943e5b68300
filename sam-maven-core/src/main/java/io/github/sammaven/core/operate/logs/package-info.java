/**
 * Reads log groups: several at a time, merged by time, once or for as long as one likes.
 * Nothing is collected; what is read goes to a {@code LogSink}.
 */
@NullMarked
package io.github.sammaven.core.operate.logs;

import org.jspecify.annotations.NullMarked;
