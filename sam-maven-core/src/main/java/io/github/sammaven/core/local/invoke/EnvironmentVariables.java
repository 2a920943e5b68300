package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Composes the variables of a function. From low to high: what Lambda sets, the template, the shell (declared names
 * only), what the user gives; names Lambda reserves keep Lambda's value.
 */
public final class EnvironmentVariables {

    private static final Set<String> RESERVED = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_FUNCTION_TIMEOUT",
            "AWS_LAMBDA_FUNCTION_HANDLER",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private final String region;
    private final String accountId;
    private final Map<String, String> shell;

    /**
     * Composes for one account and region.
     *
     * @param shell the environment to take credentials and declared names from
     */
    public EnvironmentVariables(String region, String accountId, Map<String, String> shell) {
        this.region = region;
        this.accountId = accountId;
        this.shell = Map.copyOf(shell);
    }

    /**
     * The variables of a function and what should be said about them.
     *
     * @param variables complete, sorted by name
     * @param warnings in template order, then by name
     */
    public record Composed(Map<String, String> variables, List<Problem> warnings) {

        public Composed {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Composes the variables of one function.
     *
     * @param given what the user gives for this function; names the template does not declare are passed, with a warning
     */
    public Composed compose(LambdaFunction function, Map<String, String> given) {
        Map<String, String> builtIn = builtIn(function);
        Map<String, String> variables = new TreeMap<>(builtIn);
        List<Problem> warnings = new ArrayList<>();
        Map<String, String> declared = new LinkedHashMap<>(function.environment());
        function.unknownVariables().keySet().forEach(name -> declared.putIfAbsent(name, ""));
        declared.forEach((name, value) -> variables.put(name, shell.getOrDefault(name, value)));
        function.unknownVariables().forEach((name, reason) -> {
            if (!given.containsKey(name) && !shell.containsKey(name)) {
                warnings.add(Problem.warning(
                        function.mark(),
                        function.id() + ": variable " + name + " is empty, its value is only known in AWS: " + reason,
                        "Give it a value with an env-vars file, or export " + name + " in the shell"));
            }
        });
        new TreeMap<>(given).forEach((name, value) -> {
            if (!declared.containsKey(name) && !RESERVED.contains(name)) {
                warnings.add(Problem.warning(
                        function.mark(),
                        function.id() + ": variable " + name + " is given but not declared in the template",
                        "It is passed on here; in AWS the function will not have it"));
            }
            variables.put(name, value);
        });
        for (String name : RESERVED) {
            String wanted = given.getOrDefault(name, declared.get(name));
            if (wanted != null) {
                warnings.add(Problem.warning(
                        function.mark(),
                        function.id() + ": variable " + name + " is reserved, Lambda sets it itself",
                        "Remove it; the value given is ignored"));
                variables.remove(name);
            }
            if (builtIn.containsKey(name)) {
                variables.put(name, builtIn.get(name));
            }
        }
        warnings.sort(null);
        return new Composed(variables, warnings);
    }

    private Map<String, String> builtIn(LambdaFunction function) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("AWS_SAM_LOCAL", "true");
        values.put("AWS_LAMBDA_FUNCTION_NAME", function.functionName());
        values.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        values.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        values.put(
                "AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(function.timeout().toSeconds()));
        values.put("AWS_LAMBDA_FUNCTION_HANDLER", function.handler());
        values.put("_HANDLER", function.handler());
        values.put("AWS_LAMBDA_LOG_GROUP_NAME", logGroup(function));
        values.put("AWS_LAMBDA_LOG_STREAM_NAME", "$LATEST");
        values.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        logging(function, values);
        values.put("AWS_REGION", region);
        values.put("AWS_DEFAULT_REGION", region);
        values.put("AWS_ACCOUNT_ID", accountId);
        values.put("AWS_ACCESS_KEY_ID", shell.getOrDefault("AWS_ACCESS_KEY_ID", "defaultkey"));
        values.put("AWS_SECRET_ACCESS_KEY", shell.getOrDefault("AWS_SECRET_ACCESS_KEY", "defaultsecret"));
        if (shell.containsKey("AWS_SESSION_TOKEN")) {
            values.put("AWS_SESSION_TOKEN", shell.get("AWS_SESSION_TOKEN"));
        }
        return values;
    }

    private static String logGroup(LambdaFunction function) {
        return function.properties()
                .mapping("LoggingConfig")
                .flatMap(logging -> logging.text("LogGroup"))
                .orElse("/aws/lambda/" + function.functionName());
    }

    private static void logging(LambdaFunction function, Map<String, String> values) {
        function.properties().mapping("LoggingConfig").ifPresent(logging -> {
            String format = logging.text("LogFormat").orElse("Text");
            values.put("AWS_LAMBDA_LOG_FORMAT", format);
            if (format.equals("JSON")) {
                values.put(
                        "AWS_LAMBDA_LOG_LEVEL",
                        logging.text("ApplicationLogLevel").orElse("INFO"));
            }
        });
    }
}
