/**
 * Changes single values in the text of a TOML file; all else stays as a person wrote it.
 * Knows TOML and nothing of what the file is for.
 */
@NullMarked
package io.github.sammaven.core.config.toml;

import org.jspecify.annotations.NullMarked;
