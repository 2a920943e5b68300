/**
 * Which properties of a template may name something on this machine, what becomes of it, and how its place in AWS is
 * written in turn. One table holds them all.
 */
@NullMarked
package io.github.sammaven.core.packaging.artifact;

import org.jspecify.annotations.NullMarked;
