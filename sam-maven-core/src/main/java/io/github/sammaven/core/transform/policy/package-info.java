/**
 * Permissions by name, as data: policy templates, managed policies, and what connectors grant. Nothing is read before it
 * is asked for.
 */
@NullMarked
package io.github.sammaven.core.transform.policy;

import org.jspecify.annotations.NullMarked;
