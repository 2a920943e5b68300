/**
 * Reads the APIs of a transformed template into the form in which they are served on this machine.
 * What cannot be served is told with its place and never dropped in silence.
 */
@NullMarked
package io.github.sammaven.core.local.apigateway.definition;

import org.jspecify.annotations.NullMarked;
