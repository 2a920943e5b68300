/**
 * The functions of a template, served while they are worked on.
 * Knows where their code comes from and gives what has changed to their pools.
 */
@NullMarked
package io.github.sammaven.core.local.serve;

import org.jspecify.annotations.NullMarked;
