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
        service.update(catalog, functions);
        return service;
    }

    /**
     * Serves these from now on. No call is lost: those under way end with what they began with.
     *
     * @return the names of the functions that are new or changed, in their order
     * @throws io.github.sammaven.core.problem.SamException if an environment that is wanted ahead cannot be started
     */
    public synchronized List<String> update(FunctionCatalog catalog, List<LocalFunction> functions) {
        Map<String, FunctionPool> before = served.pools();
        Map<String, FunctionPool> pools = pools(before, functions);
        served = new Served(catalog, pools);
        before.forEach((name, pool) -> {
            if (!pools.containsKey(name)) {
                pool.retire();
            }
        });
        List<String> changed = new ArrayList<>();
        for (LocalFunction function : functions) {
            FunctionPool pool = pools.get(function.name());
            boolean outdated = !pool.function().equals(function);
            if (outdated) {
                pool.replace(function);
            }
            if (outdated || !before.containsKey(function.name())) {
                changed.add(function.name());
            }
        }
        return changed;
    }

    /** The present pools of these functions, and new ones for new functions. */
    private Map<String, FunctionPool> pools(Map<String, FunctionPool> present, List<LocalFunction> functions) {
        Map<String, FunctionPool> pools = new LinkedHashMap<>();
        List<FunctionPool> opened = new ArrayList<>();
        try {
            for (LocalFunction function : functions) {
                FunctionPool pool = present.get(function.name());
                if (pool == null) {
                    pool = FunctionPool.open(function, runner, logs, options);
                    opened.add(pool);
                }
                pools.put(function.name(), pool);
            }
            return Collections.unmodifiableMap(pools);
        } catch (RuntimeException e) {
            opened.forEach(FunctionPool::close);
            throw e;
        }
    }

    /** What is served at the moment, in the order it was given. */
    public List<LocalFunction> functions() {
        return served.pools().values().stream().map(FunctionPool::function).toList();
    }

    /** @param idOrName path, logical id, name, partial or full ARN, each with or without a qualifier */
    public Optional<FunctionPool> pool(String idOrName) {
        Served current = served;
        return current.catalog().function(idOrName).map(LambdaFunction::id).map(current.pools()::get);
    }

    /** Ends all environments. */
    @Override
    public void close() {
        served.pools().values().forEach(FunctionPool::close);
    }
}
