package io.github.sammaven.core.local.invoke;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.function.LambdaFunction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that are served on this machine, each with its pool of environments. */
public final class FunctionService implements AutoCloseable {

    private final FunctionCatalog catalog;
    private final Map<String, FunctionPool> pools;

    private FunctionService(FunctionCatalog catalog, Map<String, FunctionPool> pools) {
        this.catalog = catalog;
        this.pools = Collections.unmodifiableMap(pools);
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
        Map<String, FunctionPool> pools = new LinkedHashMap<>();
        FunctionService service = new FunctionService(catalog, pools);
        try {
            functions.forEach(
                    function -> pools.put(function.name(), FunctionPool.open(function, runner, logs, options)));
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** What is served at the moment, in the order it was given. */
    public List<LocalFunction> functions() {
        return pools.values().stream().map(FunctionPool::function).toList();
    }

    /** @param idOrName logical id, name, partial or full ARN, each with or without a qualifier */
    public Optional<FunctionPool> pool(String idOrName) {
        return catalog.function(idOrName).map(LambdaFunction::logicalId).map(pools::get);
    }

    /** Ends all environments. */
    @Override
    public void close() {
        pools.values().forEach(FunctionPool::close);
    }
}
