/**
 * The samconfig file: environments, the parameters of each command, and the grammar of their values.
 * Who wins between the file and other places an option can come from is decided by the caller.
 */
@NullMarked
package io.github.sammaven.core.config;

import org.jspecify.annotations.NullMarked;
