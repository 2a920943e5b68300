/**
 * Builds Node.js functions and layers with npm, and bundles them with esbuild where that is asked for.
 * Packages are installed in a copy, for Lambda's machine.
 */
@NullMarked
package io.github.sammaven.core.build.nodejs;

import org.jspecify.annotations.NullMarked;
