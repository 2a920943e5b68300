package io.github.sammaven.core.local.process;

import io.github.sammaven.core.local.invoke.LocalFunction;
import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Composes the variables of a function's processes. */
final class ProcessEnvironment {

    /** Without these, programs on Windows and temporary files do not work. */
    private static final List<String> INHERITED = List.of("PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR");

    private static final String INITIALIZATION_TYPE = "AWS_LAMBDA_INITIALIZATION_TYPE";

    private final LocalFunction function;
    private final Map<String, String> shell;

    ProcessEnvironment(LocalFunction function, Map<String, String> shell) {
        this.function = function;
        this.shell = shell;
    }

    Map<String, String> ofRuntime(Launch launch, String api) {
        Map<String, String> variables = common(api);
        launch.environment().forEach((name, value) -> {
            String own = function.environment().getOrDefault(name, "");
            boolean joined = name.equals("NODE_PATH") && !own.isEmpty();
            variables.put(name, joined ? own + File.pathSeparator + value : value);
        });
        variables.put("_HANDLER", launch.handler());
        variables.put("LAMBDA_TASK_ROOT", launch.folder().toString());
        variables.put("LAMBDA_RUNTIME_DIR", launch.folder().toString());
        return variables;
    }

    /** Extensions get no names that start with an underscore. */
    Map<String, String> ofExtension(String api) {
        Map<String, String> variables = common(api);
        variables.keySet().removeIf(name -> name.startsWith("_"));
        return variables;
    }

    private Map<String, String> common(String api) {
        Map<String, String> variables = new HashMap<>();
        for (String name : INHERITED) {
            if (shell.containsKey(name)) {
                variables.put(name, shell.get(name));
            }
        }
        variables.put("LANG", "C.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put(INITIALIZATION_TYPE, "on-demand");
        variables.putAll(function.environment());
        if (function.snapStart()) {
            variables.put(INITIALIZATION_TYPE, "snap-start");
        }
        variables.put("AWS_LAMBDA_RUNTIME_API", api);
        return variables;
    }
}
