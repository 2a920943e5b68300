package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.config.SamConfig;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;

/** The list of our own keys is what the plugin's descriptor says; the core cannot see the descriptor. */
class OwnParametersTest {

    private static final List<String> KINDS = List.of("flag", "number", "text", "path", "list", "map");
    private static final List<String> SAY_WHICH_FILE = List.of("configFile", "configEnv");
    private static final int WIDTH = 118;

    private static final String HEAD = """
            # The options of our goals as keys of a samconfig file, by the command whose table a goal reads. Made from the
            # plugin's descriptor: OwnParametersTest fails when an option is missing, and says what this file must be.
            """;

    @Test
    void everyOptionOfEveryGoalIsAKnownKey() throws Exception {
        String expected = HEAD + blocks();
        Path made = Path.of("target", "own-parameters.txt");
        Files.writeString(made, expected);

        try (InputStream there = SamConfig.class.getResourceAsStream("own-parameters.txt")) {
            assertThat(there).isNotNull();
            assertThat(new String(there.readAllBytes(), StandardCharsets.UTF_8))
                    .as("own-parameters.txt of the core; what it must be is in " + made.toAbsolutePath())
                    .isEqualTo(expected);
        }
    }

    private static String blocks() throws Exception {
        Map<String, Map<String, String>> commands = new TreeMap<>();
        for (MojoDescriptor goal : descriptor().getMojos()) {
            Class<?> type = Class.forName(goal.getImplementation());
            Optional<String> command = command(type);
            if (command.isPresent()) {
                Map<String, String> keys = commands.computeIfAbsent(command.get(), name -> new TreeMap<>());
                for (Parameter parameter : goal.getParameters()) {
                    if (parameter.isEditable() && !SAY_WHICH_FILE.contains(parameter.getName())) {
                        kind(field(type, parameter.getName()))
                                .ifPresent(kind ->
                                        keys.putIfAbsent(option(parameter).key(), kind));
                    }
                }
            }
        }
        StringBuilder text = new StringBuilder();
        commands.forEach((command, keys) ->
                text.append('\n').append(command).append('\n').append(block(keys)));
        return text.toString();
    }

    private static String block(Map<String, String> keys) {
        StringBuilder text = new StringBuilder();
        for (String kind : KINDS) {
            String start = String.format("  %-6s", kind);
            StringBuilder line = new StringBuilder();
            for (Map.Entry<String, String> key : keys.entrySet()) {
                if (key.getValue().equals(kind)) {
                    if (start.length() + line.length() + key.getKey().length() >= WIDTH) {
                        text.append(start).append(line).append('\n');
                        line.setLength(0);
                    }
                    line.append(' ').append(key.getKey());
                }
            }
            if (!line.isEmpty()) {
                text.append(start).append(line).append('\n');
            }
        }
        return text.toString();
    }

    private static PluginDescriptor descriptor() throws Exception {
        Path file = Path.of("target", "classes", "META-INF", "maven", "plugin.xml");
        try (InputStreamReader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader, file.toString());
        }
    }

    /** Empty for the help goal. */
    private static Optional<String> command(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getConstructors()[0];
        Object goal = constructor.newInstance(new Object[constructor.getParameterCount()]);
        return optionalField(type, "command").map(field -> {
            field.setAccessible(true);
            try {
                return (String) field.get(goal);
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    private static Field field(Class<?> type, String name) {
        return optionalField(type, name).orElseThrow(() -> new AssertionError(type + " has no field " + name));
    }

    private static Optional<Field> optionalField(Class<?> type, String name) {
        for (Class<?> home = type; home != null; home = home.getSuperclass()) {
            for (Field field : home.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private static OptionName option(Parameter parameter) {
        String expression = parameter.getExpression();
        return new OptionName(
                expression == null || !expression.startsWith("${sam.")
                        ? parameter.getName()
                        : expression.substring("${sam.".length(), expression.length() - 1));
    }

    /** Empty for what only the pom can say. */
    private static Optional<String> kind(Field field) {
        Class<?> type = field.getType();
        if (type == List.class) {
            return ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0] == String.class
                    ? Optional.of("list")
                    : Optional.empty();
        }
        return Optional.ofNullable(Map.of(
                        Boolean.class, "flag",
                        Integer.class, "number",
                        String.class, "text",
                        File.class, "path",
                        Map.class, "map")
                .get(type));
    }
}
