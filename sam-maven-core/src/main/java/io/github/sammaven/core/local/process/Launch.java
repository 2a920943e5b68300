package io.github.sammaven.core.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a function's process.
 *
 * @param command program and arguments
 * @param folder working directory, the task root
 * @param handler {@code _HANDLER}
 * @param environment what the runtime needs beside the function's own variables; wins over them
 * @param afterInit what is to be done on the side once the runtime is ready
 */
record Launch(List<String> command, Path folder, String handler, Map<String, String> environment, Runnable afterInit) {

    Launch(List<String> command, Path folder, String handler, Map<String, String> environment) {
        this(command, folder, handler, environment, () -> {});
    }
}
