/**
 * Sends an event to something that is deployed: a function, a state machine, a queue or a stream.
 * What it answers comes back as text and as the service's own JSON, and so does its failure.
 */
@NullMarked
package io.github.sammaven.core.operate.invoke;

import org.jspecify.annotations.NullMarked;
