/**
 * Everything a template and those nested in it name on this machine: what goes in, its content hash, its way into a bucket,
 * and the templates that point at it. The same content gives the same key as SAM CLI does, so both share what is uploaded.
 */
@NullMarked
package io.github.sammaven.core.packaging;

import org.jspecify.annotations.NullMarked;
