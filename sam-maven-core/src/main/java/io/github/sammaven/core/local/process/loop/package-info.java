/**
 * The Java runtime that runs inside the child JVM: asks the Runtime API for events and calls the handler.
 * It knows no other package of ours, since only AWS's own libraries are beside it there.
 */
@NullMarked
package io.github.sammaven.core.local.process.loop;

import org.jspecify.annotations.NullMarked;
