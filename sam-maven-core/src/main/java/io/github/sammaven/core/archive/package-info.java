/**
 * Trees of files, their content hash, and archives whose bytes depend on nothing but content.
 * Knows nothing of templates or of where archives go.
 */
@NullMarked
package io.github.sammaven.core.archive;

import org.jspecify.annotations.NullMarked;
