package io.github.sammaven.core.local.apigateway.definition;

import io.github.sammaven.core.local.apigateway.model.LocalApi;
import io.github.sammaven.core.problem.Problem;
import java.util.List;

/**
 * The APIs of one stack.
 *
 * @param apis in template order
 * @param problems what cannot be served as AWS would, and what was assumed in its place; warnings only, sorted by place
 */
public record ApiDefinitions(List<LocalApi> apis, List<Problem> problems) {

    public ApiDefinitions {
        apis = List.copyOf(apis);
        problems = problems.stream().distinct().sorted().toList();
    }
}
