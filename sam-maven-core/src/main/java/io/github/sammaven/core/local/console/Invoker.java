package io.github.sammaven.core.local.console;

import io.github.sammaven.core.local.invoke.FunctionPool;
import io.github.sammaven.core.local.invoke.FunctionService;
import io.github.sammaven.core.local.invoke.Invocation;
import io.github.sammaven.core.local.invoke.InvocationResult;
import io.github.sammaven.core.local.journal.RequestJournal;
import io.github.sammaven.core.local.journal.ServedRequest;
import io.github.sammaven.core.problem.SamException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Calls a function for the person at the page, and notes the call with all others. */
final class Invoker {

    private static final String SOURCE = "console";

    private final FunctionService functions;
    private final RequestJournal journal;
    private final Clock clock;

    Invoker(FunctionService functions, RequestJournal journal, Clock clock) {
        this.functions = functions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @return id of the request in the journal
     * @throws SamException if the function is not served, or cannot be called with this event
     */
    String invoke(String function, byte[] event) {
        FunctionPool pool = functions
                .pool(function)
                .orElseThrow(() -> new SamException("No function " + function + " is served here", "", null));
        Invocation invocation = Invocation.of(event);
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        Instant at = clock.instant();
        long began = System.nanoTime();
        InvocationResult result = pool.invoke(invocation, Optional.empty(), log::add);
        journal.add(new ServedRequest(
                invocation.requestId(),
                at,
                SOURCE,
                "INVOKE",
                function,
                200,
                Duration.ofNanos(System.nanoTime() - began),
                event.length,
                result.payload(),
                Optional.of(new ServedRequest.Call(function, event, result, List.copyOf(log))),
                result.functionError().map(error -> "failed: " + error).orElse("")));
        return invocation.requestId();
    }
}
