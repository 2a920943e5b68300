package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that are served on this machine, each with its pool of environments. */
public final class FunctionService implements AutoCloseable {

    private final FunctionRunner runner;
    private final EnvironmentLogs logs;
    private final PoolOptions options;
    private volatile Served served;

    /** What is served at one time. */
    private record Served(FunctionCatalog catalog, Map<String, FunctionPool> pools) {}

    private FunctionService(FunctionCatalog catalog, FunctionRunner runner, EnvironmentLogs logs, PoolOptions options) {
        this.runner = runner;
        this.logs = logs;
        this.options = options;
        this.served = new Served(catalog, Map.of());
    }

    /**
     * Makes the environments that are wanted ahead.
     *
     * @param catalog knows the names of the functions
     * @param functions those to serve, of the catalog
     * @throws io.github.sammaven.core.problem.SamException if an environment cannot be started
     */
    public static FunctionService open(
            FunctionCatalog catalog,
            List<LocalFunction> functions,
            FunctionRunner runner,
            EnvironmentLogs logs,
            PoolOptions options) {
        FunctionService service = new FunctionService(catalog, runner, logs, options);
        try {
            service.update(catalog, functions);
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /**
     * Serves these from now on. No call is lost: those under way end with what they began with.
     *
     * @return the names of the functions that are new or changed, in their order
     * @throws io.github.sammaven.core.problem.SamException if an environment that is wanted ahead cannot be started
     */
    public synchronized List<String> update(FunctionCatalog catalog, List<LocalFunction> functions) {
        Map<String, FunctionPool> before = served.pools();
        Map<String, FunctionPool> pools = new LinkedHashMap<>();
        List<String> changed = new ArrayList<>();
        for (LocalFunction function : functions) {
            FunctionPool present = before.get(function.name());
            if (present == null) {
                pools.put(function.name(), FunctionPool.open(function, runner, logs, options));
                changed.add(function.name());
            } else {
                pools.put(function.name(), present);
                if (!present.function().equals(function)) {
                    present.replace(function);
                    changed.add(function.name());
                }
            }
        }
        served = new Served(catalog, Collections.unmodifiableMap(pools));
        before.forEach((name, pool) -> {
            if (!pools.containsKey(name)) {
                pool.close();
            }
        });
        return changed;
    }

    /** What is served at the moment, in the order it was given. */
    public List<LocalFunction> functions() {
        return served.pools().values().stream().map(FunctionPool::function).toList();
    }

    /** @param idOrName logical id, name, partial or full ARN, each with or without a qualifier */
    public Optional<FunctionPool> pool(String idOrName) {
        Served current = served;
        return current.catalog()
                .function(idOrName)
                .map(LambdaFunction::logicalId)
                .map(current.pools()::get);
    }

    /** Ends all environments. */
    @Override
    public void close() {
        served.pools().values().forEach(FunctionPool::close);
    }
}
