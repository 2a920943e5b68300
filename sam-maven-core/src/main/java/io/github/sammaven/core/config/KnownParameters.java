package io.github.sammaven.core.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of every command: those of SAM CLI from {@code known-parameters.txt}, and those of our goals from
 * {@code own-parameters.txt}. Where both have one, SAM CLI's kind holds.
 */
final class KnownParameters {

    private static final List<String> RESOURCES = List.of("own-parameters.txt", "known-parameters.txt");

    /** Parameters by command; a command that accepts any key has none. */
    private final Map<String, Map<String, ParameterKind>> commands = new TreeMap<>();

    private final Map<String, Map<String, ParameterKind>> groups = new HashMap<>();

    /** No parameter at all, for where there is no file. */
    static KnownParameters none() {
        return new KnownParameters();
    }

    static KnownParameters load() {
        KnownParameters known = new KnownParameters();
        RESOURCES.forEach(known::read);
        return known;
    }

    private void read(String resource) {
        try (InputStream bytes = Objects.requireNonNull(KnownParameters.class.getResourceAsStream(resource));
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            read(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(BufferedReader lines) throws IOException {
        List<Map<String, ParameterKind>> current = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            if (line.startsWith(" ")) {
                current.forEach(parameters -> addLine(parameters, words));
            } else {
                current.clear();
                for (String word : words) {
                    boolean group = word.startsWith("[");
                    current.add((group ? groups : commands)
                            .computeIfAbsent(
                                    group ? word.substring(1, word.length() - 1) : word, unused -> new TreeMap<>()));
                }
            }
        }
    }

    private void addLine(Map<String, ParameterKind> parameters, String[] words) {
        for (int i = 1; i < words.length; i++) {
            if (words[0].equals("use")) {
                parameters.putAll(Objects.requireNonNull(groups.get(words[i]), words[i]));
            } else {
                parameters.put(words[i], ParameterKind.valueOf(words[0].toUpperCase(Locale.ROOT)));
            }
        }
    }

    Set<String> commands() {
        return commands.keySet();
    }

    boolean isCommand(String command) {
        return parametersOf(command).isPresent();
    }

    /** The parameters of a command; none if it accepts any key, absent if there is no such command. */
    Optional<Map<String, ParameterKind>> parametersOf(String command) {
        return Optional.ofNullable(commands.get(command)).or(() -> commands.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("*"))
                .filter(entry -> command.startsWith(
                        entry.getKey().substring(0, entry.getKey().length() - 1)))
                .findFirst()
                .map(Map.Entry::getValue));
    }

    /** The names of the parameters of all commands, for the table they share. */
    Set<String> allParameters() {
        Set<String> all = new TreeSet<>();
        commands.values().forEach(parameters -> all.addAll(parameters.keySet()));
        return all;
    }
}
