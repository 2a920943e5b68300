/**
 * Reads traces of X-Ray, those of one stack if it is named, and makes a tree of each.
 * Read page by page; only the ids of traces that were told are kept.
 */
@NullMarked
package io.github.sammaven.core.operate.trace;

import org.jspecify.annotations.NullMarked;
