/**
 * Leads from the resources of a stack back to the lines of the template they were written in.
 * Generated resources lead to the one they were generated for.
 */
@NullMarked
package io.github.sammaven.core.deploy.origin;

import org.jspecify.annotations.NullMarked;
