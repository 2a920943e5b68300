package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.GivenOptions;
import io.github.sammaven.core.config.MapReader;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.SavedValue;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The options of the command line, as {@code -Dsam.saveParams} saves them. */
public final class SavedOptions {

    /** Prefixes of the properties of one pair, by the key of the option they belong to. */
    private static final Map<String, String> SINGLES = Map.of(
            "parameter_overrides", "parameter",
            "tags", "tag",
            "metadata", "metadata",
            "image_repositories", "imageRepository",
            "signing_profiles", "signingProfile",
            "add_host", "addHost",
            "parameter", "apiParameter");

    private final Properties commandLine;
    private final Path basedir;

    /** @param basedir what files that pairs are read from count from */
    public SavedOptions(Properties commandLine, Path basedir) {
        this.commandLine = commandLine;
        this.basedir = basedir;
    }

    /**
     * @param command the command whose table is written
     * @param isSecret whether the value of a template parameter must not be saved
     */
    public Map<String, SavedValue> of(String command, Predicate<String> isSecret) {
        return GivenOptions.of(
                command,
                key -> Optional.ofNullable(commandLine.getProperty(property(key)))
                        .filter(text -> !text.isBlank()),
                key -> {
                    Map<String, String> pairs = pairs(key);
                    if (key.equals("parameter_overrides")) {
                        pairs.keySet().removeIf(isSecret);
                    }
                    // Nobody says which variables of functions are secret.
                    return key.equals("environment_variables") ? Map.of() : pairs;
                });
    }

    private Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String whole = commandLine.getProperty(property(key));
        if (whole != null && !whole.isBlank()) {
            new MapReader(basedir)
                    .read(key, whole, Origin.of("-D" + property(key)))
                    .forEach((name, setting) -> pairs.put(name, setting.value()));
        }
        String prefix = "sam." + SINGLES.getOrDefault(key, OptionName.ofKey(key).camelCase()) + ".";
        for (String name : new TreeSet<>(commandLine.stringPropertyNames())) {
            if (name.startsWith(prefix)) {
                pairs.put(name.substring(prefix.length()), commandLine.getProperty(name));
            }
        }
        return pairs;
    }

    private static String property(String key) {
        return OptionName.ofKey(key).property();
    }
}
