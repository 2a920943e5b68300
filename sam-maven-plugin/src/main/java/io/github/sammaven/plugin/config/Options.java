package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.CommandSettings;
import io.github.sammaven.core.config.MapReader;
import io.github.sammaven.core.config.OptionText;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of a goal's options. The first of these that gives one wins: {@code -Dsam.x}, the environment variables SAM
 * CLI reads, the pom, properties of the project, the samconfig file, the default. Maven itself would let a literal in the
 * pom win over the command line. Where a value came from is told to a listener, without the values of maps, which may be
 * secrets.
 */
public final class Options {

    private final Properties commandLine;
    private final Map<String, String> environment;
    private final Properties projectProperties;
    private final Supplier<CommandSettings> samconfig;
    private final Path basedir;
    private final Consumer<String> origins;

    /**
     * @param commandLine user properties of the Maven session
     * @param environment variables of the process
     * @param projectProperties properties of the project with those of active profiles
     * @param samconfig the goal's table of the samconfig file, asked for when it is first needed
     * @param basedir what relative paths count from
     * @param origins receives a line for each value that is found
     */
    public Options(
            Properties commandLine,
            Map<String, String> environment,
            Properties projectProperties,
            Supplier<CommandSettings> samconfig,
            Path basedir,
            Consumer<String> origins) {
        this.commandLine = commandLine;
        this.environment = environment;
        this.projectProperties = projectProperties;
        this.samconfig = samconfig;
        this.basedir = basedir;
        this.origins = origins;
    }

    /** @param injected what Maven has put into the goal: the pom's value, or a property of the project */
    public Optional<String> text(String name, @Nullable String injected) {
        return first(name, injected, (text, origin) -> text, CommandSettings::text);
    }

    public boolean flag(String name, @Nullable Boolean injected, boolean otherwise) {
        // -Dsam.x without a value reaches us as "true".
        return first(name, injected, OptionText::flag, CommandSettings::flag).orElse(otherwise);
    }

    public int number(String name, @Nullable Integer injected, int otherwise) {
        return first(name, injected, OptionText::number, CommandSettings::number)
                .orElse(otherwise);
    }

    /** Absolute; relative ones count from the module, those of the samconfig file from it. */
    public Optional<Path> path(String name, @Nullable Path injected) {
        return first(name, injected, OptionText::path, CommandSettings::path)
                .map(path -> basedir.resolve(path).normalize());
    }

    public List<String> list(String name, @Nullable List<String> injected) {
        List<String> given = injected == null || injected.isEmpty() ? null : injected;
        return first(name, given, (text, origin) -> OptionText.list(text), CommandSettings::list)
                .orElse(List.of());
    }

    /**
     * Merged key by key; the command line wins.
     *
     * @param single prefix of properties that set one key, {@code parameter} for {@code -Dsam.parameter.KEY=VALUE}
     */
    public Map<String, String> map(String name, String single, @Nullable Map<String, String> injected) {
        OptionName option = new OptionName(name);
        Map<String, String> merged = new LinkedHashMap<>();
        samconfig.get().map(option.key()).ifPresent(setting -> merge(name, setting, merged));
        merge(option, single, projectProperties, "project property ", merged);
        if (injected != null) {
            merge(name, new Setting<>(injected, Origin.of("<" + name + ">")), merged);
        }
        merge(option, single, commandLine, "-D", merged);
        return Collections.unmodifiableMap(merged);
    }

    private void merge(
            OptionName option, String single, Properties properties, String place, Map<String, String> into) {
        String all = properties.getProperty(option.property());
        if (all != null) {
            Origin origin = Origin.of(place + option.property());
            merge(
                    option.camelCase(),
                    new Setting<>(new MapReader(basedir).read(option.key(), all, origin), origin),
                    into);
        }
        String prefix = "sam." + single + ".";
        List<String> names = new ArrayList<>(properties.stringPropertyNames());
        Collections.sort(names);
        for (String property : names) {
            if (property.startsWith(prefix)) {
                merge(
                        option.camelCase(),
                        new Setting<>(
                                Map.of(property.substring(prefix.length()), properties.getProperty(property)),
                                Origin.of(place + property)),
                        into);
            }
        }
    }

    private void merge(String name, Setting<Map<String, String>> setting, Map<String, String> into) {
        origins.accept(name + ": " + setting.value().keySet() + " from " + setting.origin());
        into.putAll(setting.value());
    }

    /** An option that has neither a pom element nor a key in the samconfig file: {@code -Dsam.NAME} or a property. */
    public Optional<String> property(String name) {
        String property = new OptionName(name).property();
        return given(commandLine.getProperty(property), "-D" + property, (text, origin) -> text)
                .or(() -> given(projectProperties.getProperty(property), property, (text, origin) -> text))
                .map(setting -> {
                    origins.accept(name + ": " + setting.value() + " from " + setting.origin());
                    return setting.value();
                });
    }

    /** How a value is made from text. */
    @FunctionalInterface
    private interface FromText<T> {

        T read(String text, Origin origin);
    }

    /** How a value is taken from a samconfig file. */
    @FunctionalInterface
    private interface FromFile<T> {

        Optional<Setting<T>> read(CommandSettings settings, String key);
    }

    private <T> Optional<T> first(String name, @Nullable T injected, FromText<T> fromText, FromFile<T> fromFile) {
        OptionName option = new OptionName(name);
        return given(commandLine.getProperty(option.property()), "-D" + option.property(), fromText)
                .or(() -> option.variable().flatMap(variable -> given(environment.get(variable), variable, fromText)))
                .or(() -> Optional.ofNullable(injected)
                        .map(value ->
                                new Setting<>(value, Origin.of("<" + name + "> or the property " + option.property()))))
                .or(() -> fromFile.read(samconfig.get(), option.key()))
                .map(setting -> {
                    origins.accept(name + ": " + setting.value() + " from " + setting.origin());
                    return setting.value();
                });
    }

    private static <T> Optional<Setting<T>> given(@Nullable String text, String place, FromText<T> fromText) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Origin origin = Origin.of(place);
        return Optional.of(new Setting<>(fromText.read(text, origin), origin));
    }
}
