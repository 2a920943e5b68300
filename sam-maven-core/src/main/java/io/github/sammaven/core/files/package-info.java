/**
 * What the file system says of a file without reading it, and files that are written as a whole.
 * Knows nothing of what files are for.
 */
@NullMarked
package io.github.sammaven.core.files;

import org.jspecify.annotations.NullMarked;
