package io.github.sammaven.core.operate.invoke;

import io.github.sammaven.core.problem.Problem;
import java.util.Optional;

/**
 * What came back.
 *
 * @param log the end of a function's log; empty where there is none
 * @param payload the answer as text; empty where there is none
 * @param json the service's whole answer
 * @param failure why the function or the execution has failed
 */
public record InvokeResult(String log, String payload, String json, Optional<Problem> failure) {}
