package io.github.sammaven.core.local.runtime;

import io.github.sammaven.core.local.invoke.FunctionPackage;
import io.github.sammaven.core.local.invoke.LocalFunction;

/**
 * What runtimes and extensions are told about the function.
 *
 * @param handler as in the template; the command for an image
 */
record FunctionIdentity(String arn, String name, String handler, String accountId) {

    private static final int ACCOUNT = 4;
    private static final int NAME = 6;

    static FunctionIdentity of(LocalFunction function) {
        String handler = function.code() instanceof FunctionPackage.Zip zip
                ? zip.handler()
                : function.environment().getOrDefault("_HANDLER", "");
        return new FunctionIdentity(function.arn(), function.functionName(), handler, function.accountId());
    }

    static FunctionIdentity of(String arn) {
        String[] parts = arn.split(":");
        return new FunctionIdentity(arn, parts[NAME], "", parts[ACCOUNT]);
    }
}
