/**
 * Finds what was changed in a stack's resources behind the back of CloudFormation.
 * Nested stacks are compared too, each on its own, as the service wants it.
 */
@NullMarked
package io.github.sammaven.core.operate.drift;

import org.jspecify.annotations.NullMarked;
