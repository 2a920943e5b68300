package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.CommandSettings;
import io.github.sammaven.core.config.MapReader;
import io.github.sammaven.core.config.OptionText;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values of a goal's options. The first of these that gives one wins: the answer of a person who was
 * asked, {@code -Dsam.x}, the environment variables SAM
 * CLI reads, the pom, properties of the project, the samconfig file, the default. Maven itself would let a literal in the
 * pom win over the command line. Where a value came from is told to a listener, without the values of maps, which may be
 * secrets.
 */
public final class Options {

    private static final String PROJECT = "project property ";
    private static final String ANSWER = "the answer for ";

    private final Properties commandLine;
    private final Map<String, String> environment;
    private final Set<String> pomLiterals;
    private final Properties projectProperties;
    private final Supplier<CommandSettings> samconfig;
    private final Path basedir;
    private final Consumer<String> origins;
    private final Map<String, String> answers;

    /**
     * @param commandLine user properties of the Maven session
     * @param environment variables of the process
     * @param pomLiterals names of the options that the pom's {@code <configuration>} gives a value
     * @param projectProperties properties of the project with those of active profiles
     * @param samconfig the goal's table of the samconfig file, asked for when it is first needed
     * @param basedir what relative paths count from
     * @param origins receives a line for each value that is found
     */
    public Options(
            Properties commandLine,
            Map<String, String> environment,
            Set<String> pomLiterals,
            Properties projectProperties,
            Supplier<CommandSettings> samconfig,
            Path basedir,
            Consumer<String> origins) {
        this(commandLine, environment, pomLiterals, projectProperties, samconfig, basedir, origins, Map.of());
    }

    private Options(
            Properties commandLine,
            Map<String, String> environment,
            Set<String> pomLiterals,
            Properties projectProperties,
            Supplier<CommandSettings> samconfig,
            Path basedir,
            Consumer<String> origins,
            Map<String, String> answers) {
        this.answers = answers;
        this.commandLine = commandLine;
        this.environment = environment;
        this.pomLiterals = pomLiterals;
        this.projectProperties = projectProperties;
        this.samconfig = samconfig;
        this.basedir = basedir;
        this.origins = origins;
    }

    /**
     * With what a person has answered, which wins over everything else.
     *
     * @param values as if they were given on the command line, by property: {@code sam.stackName}
     */
    public Options answered(Map<String, String> values) {
        return new Options(
                commandLine,
                environment,
                pomLiterals,
                projectProperties,
                samconfig,
                basedir,
                origins,
                Map.copyOf(values));
    }

    /** @param injected what Maven has put into the goal: the pom's value, or that of a property */
    public Optional<String> text(String name, @Nullable String injected) {
        return first(name, injected, (text, origin) -> text, CommandSettings::text)
                .map(Setting::value);
    }

    /** One of a few words: the constants of an enum in small letters, with hyphens. */
    public <E extends Enum<E>> E choice(String name, @Nullable String injected, E otherwise) {
        return first(name, injected, (text, origin) -> text, CommandSettings::text)
                .map(setting -> Choices.of(otherwise.getDeclaringClass()).read(setting))
                .orElse(otherwise);
    }

    /** Some of a few words, as {@link #choice}; empty if nothing is said. */
    public <E extends Enum<E>> List<E> choices(String name, @Nullable List<String> injected, Class<E> type) {
        Origin origin = Origin.of("sam." + name);
        return list(name, injected).stream()
                .map(word -> Choices.of(type).read(new Setting<>(word, origin)))
                .distinct()
                .toList();
    }

    /** {@code -Dsam.x} without a value is {@code true}: so Maven hands it on. */
    public boolean flag(String name, @Nullable Boolean injected, boolean otherwise) {
        return flag(name, injected).orElse(otherwise);
    }

    /** Empty if nothing is said. */
    public Optional<Boolean> flag(String name, @Nullable Boolean injected) {
        return first(name, injected, OptionText::flag, CommandSettings::flag).map(Setting::value);
    }

    public int number(String name, @Nullable Integer injected, int otherwise) {
        return first(name, injected, OptionText::number, CommandSettings::number)
                .map(Setting::value)
                .orElse(otherwise);
    }

    /** Absolute; relative ones count from the module, those of the samconfig file from it. */
    public Optional<Path> path(String name, @Nullable Path injected) {
        return first(name, injected, OptionText::path, CommandSettings::path)
                .map(Setting::value)
                .map(path -> basedir.resolve(path).normalize());
    }

    public List<String> list(String name, @Nullable List<String> injected) {
        List<String> given = injected == null || injected.isEmpty() ? null : injected;
        return first(name, given, (text, origin) -> OptionText.list(text), CommandSettings::list)
                .map(Setting::value)
                .orElse(List.of());
    }

    /**
     * Merged key by key; the command line wins. With {@code sam.mergeOverrides=false} a map replaces those below it, and
     * only properties for single keys are still merged over it.
     *
     * @param single prefix of properties that set one key, {@code parameter} for {@code -Dsam.parameter.KEY=VALUE}
     */
    public Map<String, String> map(String name, String single, @Nullable Map<String, String> injected) {
        Map<String, String> values = new LinkedHashMap<>();
        pairs(name, single, injected).forEach((key, setting) -> values.put(key, setting.value()));
        return Collections.unmodifiableMap(values);
    }

    /** As {@link #map}, with the place each value was given at. */
    public Map<String, Setting<String>> pairs(String name, String single, @Nullable Map<String, String> injected) {
        OptionName option = new OptionName(name);
        boolean merging = property("mergeOverrides", OptionText::flag).orElse(true);
        Map<String, Setting<String>> result = new LinkedHashMap<>();
        samconfig.get().map(option.key()).ifPresent(setting -> put(name, setting, result));
        whole(option, projectProperties, PROJECT).ifPresent(setting -> layer(name, setting, merging, result));
        singles(single, projectProperties, PROJECT).forEach(setting -> put(name, setting, result));
        if (injected != null && !injected.isEmpty()) {
            layer(name, new Setting<>(inPom(name, injected), inPom(name)), merging, result);
        }
        whole(option, commandLine, "-D").ifPresent(setting -> layer(name, setting, merging, result));
        singles(single, commandLine, "-D").forEach(setting -> put(name, setting, result));
        Properties answered = new Properties();
        answered.putAll(answers);
        singles(single, answered, ANSWER).forEach(setting -> put(name, setting, result));
        return Collections.unmodifiableMap(result);
    }

    private Optional<Setting<Map<String, Setting<String>>>> whole(
            OptionName option, Properties properties, String place) {
        return given(
                properties.getProperty(option.property()),
                place + option.property(),
                (text, origin) -> new MapReader(basedir).read(option.key(), text, origin));
    }

    private static List<Setting<Map<String, Setting<String>>>> singles(
            String single, Properties properties, String place) {
        String prefix = "sam." + single + ".";
        return properties.stringPropertyNames().stream()
                .filter(property -> property.startsWith(prefix))
                .sorted()
                .map(property -> {
                    Origin origin = Origin.of(place + property);
                    String key = property.substring(prefix.length());
                    return new Setting<>(Map.of(key, new Setting<>(properties.getProperty(property), origin)), origin);
                })
                .toList();
    }

    /** Maven has no value, not an empty one, for {@code <Key/>}. */
    private static Map<String, Setting<String>> inPom(String name, Map<String, String> injected) {
        Map<String, Setting<String>> texts = new LinkedHashMap<>();
        injected.forEach((key, text) -> texts.put(key, new Setting<>(text == null ? "" : text, inPom(name))));
        return texts;
    }

    private void layer(
            String name,
            Setting<Map<String, Setting<String>>> setting,
            boolean merging,
            Map<String, Setting<String>> into) {
        if (!merging) {
            into.clear();
        }
        put(name, setting, into);
    }

    private void put(String name, Setting<Map<String, Setting<String>>> setting, Map<String, Setting<String>> into) {
        origins.accept(name + ": " + setting.value().keySet() + " from " + setting.origin());
        into.putAll(setting.value());
    }

    /** An option that has neither a pom element nor a key in the samconfig file: {@code -Dsam.NAME} or a property. */
    public Optional<String> property(String name) {
        return property(name, (text, origin) -> text);
    }

    private <T> Optional<T> property(String name, FromText<T> fromText) {
        String property = new OptionName(name).property();
        return given(commandLine.getProperty(property), "-D" + property, fromText)
                .or(() -> given(projectProperties.getProperty(property), PROJECT + property, fromText))
                .map(setting -> told(name, setting).value());
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

    private <T> Optional<Setting<T>> first(
            String name, @Nullable T injected, FromText<T> fromText, FromFile<T> fromFile) {
        OptionName option = new OptionName(name);
        String property = option.property();
        Optional<T> literal = Optional.ofNullable(injected).filter(value -> pomLiterals.contains(name));
        return given(answers.get(property), ANSWER + property, fromText)
                .or(() -> given(commandLine.getProperty(property), "-D" + property, fromText))
                .or(() -> variable(option, fromText))
                .or(() -> literal.map(value -> new Setting<>(value, inPom(name))))
                .or(() -> given(projectProperties.getProperty(property), PROJECT + property, fromText))
                .or(() -> elsewhere(property, injected))
                .or(() -> fromFile.read(samconfig.get(), option.key()))
                .map(setting -> told(name, setting));
    }

    private <T> Optional<Setting<T>> variable(OptionName option, FromText<T> fromText) {
        return option.variables().stream()
                .flatMap(variable -> given(environment.get(variable), variable, fromText).stream())
                .findFirst();
    }

    /** A property Maven alone has seen, such as one of its own JVM; not what it has made of a blank one. */
    private <T> Optional<Setting<T>> elsewhere(String property, @Nullable T injected) {
        return Optional.ofNullable(injected)
                .filter(value -> !commandLine.containsKey(property) && !projectProperties.containsKey(property))
                .map(value -> new Setting<>(value, Origin.of("property " + property)));
    }

    private <T> Setting<T> told(String name, Setting<T> setting) {
        origins.accept(name + ": " + setting.value() + " from " + setting.origin());
        return setting;
    }

    private static Origin inPom(String name) {
        return Origin.of("<" + name + "> in the pom");
    }

    private static <T> Optional<Setting<T>> given(@Nullable String text, String place, FromText<T> fromText) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Origin origin = Origin.of(place);
        return Optional.of(new Setting<>(fromText.read(text, origin), origin));
    }
}
