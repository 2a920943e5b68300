package io.github.sammaven.core.local.apigateway.websocket;

import io.github.sammaven.core.local.apigateway.model.GatewayError;
import io.github.sammaven.core.local.apigateway.model.Integration;
import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.ServedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Calls the functions behind the routes. */
final class FunctionCalls {

    private final FunctionService functions;
    private final Executor threads;
    private final Timer timer;

    /** @param threads one for each call under way */
    FunctionCalls(FunctionService functions, Executor threads, Timer timer) {
        this.functions = functions;
        this.threads = threads;
        this.timer = timer;
    }

    /**
     * Never fails. A call that takes longer than the gateway waits goes on, but what it comes to is lost.
     *
     * @param id UUID of the call
     */
    CompletableFuture<CallOutcome> call(String id, Integration integration, byte[] event) {
        if (integration instanceof Integration.Mock) {
            return CompletableFuture.completedFuture(CallOutcome.answered(SocketAnswer.OK, Optional.empty()));
        }
        if (integration instanceof Integration.Unsupported unsupported) {
            return CompletableFuture.completedFuture(
                    CallOutcome.failed(GatewayError.UNSUPPORTED, Optional.empty(), unsupported.reason()));
        }
        Integration.Function function = (Integration.Function) integration;
        CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();
        Timer.Alarm alarm = timer.after(
                function.timeout(),
                () -> outcome.complete(CallOutcome.failed(
                        GatewayError.INTEGRATION_TIMEOUT,
                        Optional.empty(),
                        function.function() + " took longer than "
                                + function.timeout().toMillis() + " ms")));
        outcome.whenComplete((done, none) -> alarm.cancel());
        try {
            threads.execute(() -> outcome.complete(run(id, function.function(), event)));
        } catch (RejectedExecutionException stopped) {
            outcome.complete(CallOutcome.failed(
                    GatewayError.INTEGRATION_FAILURE, Optional.empty(), function.function() + " is no longer served"));
        }
        return outcome;
    }

    private CallOutcome run(String id, String function, byte[] event) {
        Optional<FunctionPool> pool = functions.pool(function);
        if (pool.isEmpty()) {
            return CallOutcome.failed(
                    GatewayError.API_CONFIGURATION_ERROR, Optional.empty(), function + " is not served");
        }
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try {
            InvocationResult result = pool.get()
                    .invoke(new Invocation(id, event, Optional.empty(), Optional.empty()), Optional.empty(), log::add);
            return outcome(new ServedRequest.Call(function, event, result, log));
        } catch (RuntimeException refused) {
            return CallOutcome.failed(
                    GatewayError.INTEGRATION_FAILURE, Optional.empty(), String.valueOf(refused.getMessage()));
        }
    }

    private static CallOutcome outcome(ServedRequest.Call call) {
        Optional<String> error = call.result().functionError();
        if (error.isPresent()) {
            return CallOutcome.failed(
                    GatewayError.INTEGRATION_FAILURE, Optional.of(call), call.function() + " failed: " + error.get());
        }
        return SocketAnswer.of(call.result().payload())
                .map(answer -> CallOutcome.answered(answer, Optional.of(call)))
                .orElseGet(() -> CallOutcome.failed(
                        GatewayError.INTEGRATION_FAILURE,
                        Optional.of(call),
                        call.function() + " returned no statusCode"));
    }
}
