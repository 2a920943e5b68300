/**
 * Work on several threads that ends as one: first results in order, failures together.
 * Nothing goes on behind the caller's back.
 */
@NullMarked
package io.github.sammaven.core.work;

import org.jspecify.annotations.NullMarked;
