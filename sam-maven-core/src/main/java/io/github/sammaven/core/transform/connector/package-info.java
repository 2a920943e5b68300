/** Connectors: permissions between two resources, found by their types. */
@NullMarked
package io.github.sammaven.core.transform.connector;

import org.jspecify.annotations.NullMarked;
