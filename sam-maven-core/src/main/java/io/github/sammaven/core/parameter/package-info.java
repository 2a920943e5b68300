/**
 * The values given for the parameters of a template, held against their declarations.
 * Knows where each value was given, so that what is wrong with it can be told with its place.
 */
@NullMarked
package io.github.sammaven.core.parameter;

import org.jspecify.annotations.NullMarked;
