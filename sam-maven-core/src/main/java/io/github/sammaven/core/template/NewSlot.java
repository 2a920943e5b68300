package io.github.sammaven.core.template;

import java.util.Optional;

/**
 * What comes into a mapping or list that is written already.
 *
 * @param key empty for an item of a list
 */
record NewSlot(Optional<String> key, Node value) {}
