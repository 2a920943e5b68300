/**
 * Finds out where the resources of a deployed stack write their logs to.
 * What the services say counts; the deployed template and the usual names stand in for what they do not say.
 */
@NullMarked
package io.github.sammaven.core.operate.logs.place;

import org.jspecify.annotations.NullMarked;
