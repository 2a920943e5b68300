/**
 * What is wrong, where, and what to do about it, as values.
 * Every other package reports through these types; this one uses none of them.
 */
@NullMarked
package io.github.sammaven.core.problem;

import org.jspecify.annotations.NullMarked;
