/**
 * Gates that stand between a change set and its execution: one guards data, one asks a person.
 * Each judges the explained change set and changes nothing.
 */
@NullMarked
package io.github.sammaven.core.deploy.gate;

import org.jspecify.annotations.NullMarked;
