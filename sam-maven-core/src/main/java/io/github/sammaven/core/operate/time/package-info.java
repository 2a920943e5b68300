/**
 * Points in time as people write them.
 * English words, relative and absolute, and time stamps, read against a clock with a zone.
 */
@NullMarked
package io.github.sammaven.core.operate.time;

import org.jspecify.annotations.NullMarked;
