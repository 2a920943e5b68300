package io.github.sammaven.core.endpoint;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.List;

/**
 * A function that anybody may call.
 *
 * @param function its id, with the path of the nested stack it is in
 * @param mark where the function is written, or the first route to it
 * @param doors how it can be called: {@code GET /orders of OrdersApi}, {@code its function URL}
 */
public record OpenEndpoint(String function, SourceMark mark, List<String> doors) {

    private static final int MAX_SHOWN = 5;

    public OpenEndpoint {
        doors = List.copyOf(doors);
    }

    /** {@code OrdersFunction has no authentication.} */
    public String sentence() {
        return function + " has no authentication.";
    }

    /** For a run in which nobody is asked. */
    public Problem warning() {
        String shown = String.join(", ", doors.subList(0, Math.min(doors.size(), MAX_SHOWN)));
        int more = doors.size() - MAX_SHOWN;
        return Problem.warning(
                mark,
                function + " has no authentication",
                "Anybody may call it: " + shown + (more > 0 ? " and " + more + " more" : ""));
    }
}
