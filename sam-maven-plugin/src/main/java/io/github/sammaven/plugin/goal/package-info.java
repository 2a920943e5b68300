/**
 * The goals: parameters become a request, one core service answers it, the result becomes lines, files and properties.
 * No goal looks into a template itself.
 */
@NullMarked
package io.github.sammaven.plugin.goal;

import org.jspecify.annotations.NullMarked;
