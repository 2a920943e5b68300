/**
 * The APIs that functions and state machines ask for by their events: which routes there are, on which conditions, and
 * the APIs that are nowhere in the template.
 */
@NullMarked
package io.github.sammaven.core.transform.implicit;

import org.jspecify.annotations.NullMarked;
