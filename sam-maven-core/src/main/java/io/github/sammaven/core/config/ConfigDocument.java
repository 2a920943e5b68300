package io.github.sammaven.core.config;

import java.util.List;
import java.util.Optional;

/** The text of a samconfig file that is being changed. */
interface ConfigDocument {

    /** Its values now. */
    TableValue values();

    /**
     * The document with this value at the end of the path of tables.
     *
     * @param value anything but pairs
     * @return empty if something on the path is no table
     */
    Optional<ConfigDocument> with(List<String> path, SavedValue value);

    /** The document with the version every file starts with. */
    ConfigDocument withVersion();

    String text();
}
