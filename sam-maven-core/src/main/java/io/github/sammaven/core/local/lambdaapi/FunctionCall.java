package io.github.sammaven.core.local.lambdaapi;

import io.github.sammaven.core.local.invoke.FunctionPool;

/**
 * The function a request is about.
 *
 * @param version which the qualifier comes to; on this machine there is only one
 */
record FunctionCall(FunctionPool pool, String version) {

    String name() {
        return pool.function().name();
    }
}
