package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.LambdaFunction;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.EventSink;
import io.github.sammaven.core.report.Warning;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The variables a function sees. From low to high: those Lambda sets, the template's, the shell's for names the template
 * declares, those given for this run. Names Lambda reserves cannot be changed.
 */
public final class EnvironmentVariables {

    private static final Set<String> CREDENTIALS =
            Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    private final Map<String, String> shell;
    private final Map<String, String> given;
    private final String region;
    private final String accountId;
    private final EventSink events;

    /**
     * @param shell variables of the user's shell, for declared names and credentials
     * @param given values for this run by variable name
     * @param events receives a warning for every value that is not known and every name that is not declared
     */
    public EnvironmentVariables(
            Map<String, String> shell, Map<String, String> given, String region, String accountId, EventSink events) {
        this.shell = shell;
        this.given = given;
        this.region = region;
        this.accountId = accountId;
        this.events = events;
    }

    /** All variables of {@code function}, in a stable order. */
    public Map<String, String> of(LambdaFunction function) {
        Map<String, String> reserved = reserved(function);
        Map<String, String> all = new LinkedHashMap<>(reserved);
        all.putAll(overridable());
        function.environment().forEach((name, value) -> all.put(name, shell.getOrDefault(name, value)));
        all.putAll(given);
        all.putAll(reserved);
        warn(function);
        return all;
    }

    private Map<String, String> reserved(LambdaFunction function) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.functionName());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        variables.put(
                "AWS_LAMBDA_FUNCTION_TIMEOUT", Long.toString(function.timeout().toSeconds()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.functionName());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "$LATEST");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.put("_HANDLER", function.handler());
        return variables;
    }

    /** What SAM CLI sets and a template may replace. */
    private Map<String, String> overridable() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("AWS_SAM_LOCAL", "true");
        variables.put("AWS_ACCOUNT_ID", accountId);
        variables.put("TZ", ":UTC");
        variables.put("LANG", "en_US.UTF-8");
        credentials(variables);
        return variables;
    }

    private void credentials(Map<String, String> variables) {
        if (shell.containsKey("AWS_ACCESS_KEY_ID") && shell.containsKey("AWS_SECRET_ACCESS_KEY")) {
            CREDENTIALS.stream()
                    .filter(shell::containsKey)
                    .sorted()
                    .forEach(name -> variables.put(name, shell.get(name)));
        } else {
            variables.put("AWS_ACCESS_KEY_ID", "defaultkey");
            variables.put("AWS_SECRET_ACCESS_KEY", "defaultsecret");
        }
    }

    private void warn(LambdaFunction function) {
        function.unknownVariables().forEach((name, reason) -> {
            if (!given.containsKey(name) && !shell.containsKey(name)) {
                events.accept(new Warning(Problem.warning(
                        function.mark(),
                        function.logicalId() + ": the variable " + name + " is empty: " + reason,
                        "give a value with -Dsam.env." + name + "=VALUE")));
            }
        });
        given.keySet().stream()
                .filter(name -> !function.environment().containsKey(name))
                .forEach(name -> events.accept(new Warning(Problem.warning(
                        function.mark(),
                        function.logicalId() + ": the variable " + name
                                + " is set for this run, but the template does not declare it",
                        "declare it under Environment, or the deployed function will not have it"))));
    }
}
