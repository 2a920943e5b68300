package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.OptionText;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.local.debug.DebugOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How functions are debugged, as text.
 *
 * @param ports numbers; none for no debugging
 * @param arguments parted by blanks
 * @param suspend whether functions wait for the debugger
 * @param function logical id of the only one to debug
 * @param tools folder of a debugger
 */
public record DebugChoice(
        List<String> ports, String arguments, boolean suspend, Optional<String> function, Optional<Path> tools) {

    /** Empty if nothing is debugged. */
    public Optional<DebugOptions> options() {
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of(new DebugOptions(function, numbers(), words(), suspend, tools));
    }

    private List<Integer> numbers() {
        return ports.stream()
                .map(port -> OptionText.number(port, Origin.of("debugPort")))
                .toList();
    }

    private List<String> words() {
        return arguments.isBlank() ? List.of() : List.of(arguments.strip().split("\\s+"));
    }
}
