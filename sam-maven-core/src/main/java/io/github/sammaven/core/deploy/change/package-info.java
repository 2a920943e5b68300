/**
 * What a change set will do, explained property by property: read with all its nested stacks, freed of secrets, led back
 * to lines of the template. The outcome is a value that is shown, written to files and judged by gates.
 */
@NullMarked
package io.github.sammaven.core.deploy.change;

import org.jspecify.annotations.NullMarked;
