/**
 * What is known about containers without asking an engine: where one is, and what goes to it when an image is built.
 * Nothing here loads a client library.
 */
@NullMarked
package io.github.sammaven.core.container;

import org.jspecify.annotations.NullMarked;
