/**
 * Reads what machine a native library or program is for from its first bytes.
 * Nothing is run or loaded.
 */
@NullMarked
package io.github.sammaven.core.build.binary;

import org.jspecify.annotations.NullMarked;
