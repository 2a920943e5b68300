/**
 * Builds Ruby functions and layers with Bundler.
 * Gems are installed in a copy, in the folders Lambda looks for them.
 */
@NullMarked
package io.github.sammaven.core.build.ruby;

import org.jspecify.annotations.NullMarked;
