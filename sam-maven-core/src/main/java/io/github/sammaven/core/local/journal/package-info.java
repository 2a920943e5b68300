/**
 * The last requests that were served on this machine, with what the functions got and gave.
 * The servers write it, and the console page shows it.
 */
@NullMarked
package io.github.sammaven.core.local.journal;

import org.jspecify.annotations.NullMarked;
