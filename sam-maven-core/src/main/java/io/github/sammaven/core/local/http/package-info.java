/**
 * What the local HTTP endpoints share: a listener that stops gracefully, and bodies of limited size.
 * Undertow stands behind it.
 */
@NullMarked
package io.github.sammaven.core.local.http;

import org.jspecify.annotations.NullMarked;
