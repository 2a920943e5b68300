/**
 * Files that are no part of an artifact: what {@code .samignore} leaves out, and what must not leave the machine.
 * Patterns mean what they mean to git.
 */
@NullMarked
package io.github.sammaven.core.ignore;

import org.jspecify.annotations.NullMarked;
