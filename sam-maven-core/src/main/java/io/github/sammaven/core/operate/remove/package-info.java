/**
 * Deletes a stack and then what its artifacts left in buckets and registries, unless another stack refers to it.
 * What is to be deleted is written down before the stack goes, so that a run that was stopped can be finished.
 */
@NullMarked
package io.github.sammaven.core.operate.remove;

import org.jspecify.annotations.NullMarked;
