/**
 * Archives of functions and layers: what goes in, their content hash, their way into a bucket, and the template that points at them.
 * The same content gives the same key as SAM CLI does, so both share what is uploaded.
 */
@NullMarked
package io.github.sammaven.core.packaging;

import org.jspecify.annotations.NullMarked;
