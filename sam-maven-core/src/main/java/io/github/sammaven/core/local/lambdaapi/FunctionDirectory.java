package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.function.FunctionAliases;
import io.github.sammaven.core.function.FunctionIdentifier;
import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.template.LocalValues;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds functions the way the Lambda API names them. */
final class FunctionDirectory {

    private static final String LATEST = "$LATEST";

    private final FunctionService functions;
    private final FunctionAliases aliases;
    private final String region;

    FunctionDirectory(FunctionService functions, FunctionAliases aliases, String region) {
        this.functions = functions;
        this.aliases = aliases;
        this.region = region;
    }

    /**
     * @param name as in the path of the request
     * @param qualifier as in its query
     * @throws LambdaRefusal if there is no such function, version or alias
     */
    FunctionCall find(String name, Optional<String> qualifier) {
        FunctionIdentifier identifier = FunctionIdentifier.parse(name)
                .orElseThrow(() -> new LambdaRefusal(
                        LambdaError.invalidParameter("'" + name + "' is neither a name nor an ARN of a function")));
        Optional<String> wanted = agreed(identifier.qualifier(), qualifier);
        FunctionPool pool = functions
                .pool(name)
                .orElseThrow(() -> new LambdaRefusal(LambdaError.notFound(arn(identifier.name(), wanted), "")));
        wanted.ifPresent(given -> check(pool, given));
        return new FunctionCall(pool, LATEST);
    }

    private static Optional<String> agreed(Optional<String> inName, Optional<String> inQuery) {
        if (inName.isPresent() && inQuery.isPresent() && !inName.equals(inQuery)) {
            throw new LambdaRefusal(LambdaError.invalidParameter(
                    "The derived qualifier from the function name does not match the specified qualifier."));
        }
        return inQuery.or(() -> inName);
    }

    private void check(FunctionPool pool, String qualifier) {
        Set<String> known = new TreeSet<>(aliases.of(pool.function().name()));
        boolean version = qualifier.equals(LATEST) || qualifier.matches("[0-9]+");
        if (!version && !known.contains(qualifier)) {
            throw new LambdaRefusal(LambdaError.notFound(
                    pool.function().arn() + ":" + qualifier,
                    known.isEmpty()
                            ? " (the template gives it no alias)"
                            : " (its aliases are " + String.join(", ", known) + ")"));
        }
    }

    private String arn(String name, Optional<String> qualifier) {
        return "arn:aws:lambda:" + region + ":" + LocalValues.DEFAULT_ACCOUNT + ":function:" + name
                + qualifier.map(given -> ":" + given).orElse("");
    }
}
