/**
 * Builds whatever a Makefile knows how to build.
 * The contract is SAM CLI's: one target for each function or layer, which writes to {@code ARTIFACTS_DIR}.
 */
@NullMarked
package io.github.sammaven.core.build.makefile;

import org.jspecify.annotations.NullMarked;
