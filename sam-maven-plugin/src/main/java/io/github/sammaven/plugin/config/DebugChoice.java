package io.github.sammaven.plugin.config;

import io.github.sammaven.core.config.OptionText;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.local.container.DebugOptions;
import io.github.sammaven.core.local.process.Debugging;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How functions are debugged, for either way of running them.
 *
 * @param ports numbers; none for no debugging
 * @param arguments parted by blanks
 * @param suspend whether functions wait for the debugger
 */
public record DebugChoice(List<String> ports, String arguments, boolean suspend) {

    /** @param tools folder of a debugger */
    public DebugOptions ofContainers(Optional<Path> tools) {
        return new DebugOptions(numbers(), words(), tools, suspend);
    }

    /** @param function logical id of the only one to debug */
    public Optional<Debugging> ofProcesses(Optional<String> function) {
        return ports.isEmpty() ? Optional.empty() : Optional.of(new Debugging(function, numbers(), words(), suspend));
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
