/**
 * How often AWS is asked while something takes its time, and until when.
 * Time comes only from {@code Pauser} and a clock.
 */
@NullMarked
package io.github.sammaven.core.deploy.poll;

import org.jspecify.annotations.NullMarked;
