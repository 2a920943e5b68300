package io.github.sammaven.core.transform;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.context.TransformError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of a transform.
 *
 * @param template the CloudFormation template; empty if there are errors
 * @param errors what is wrong, each once, sorted by place
 * @param owners logical ids of generated resources that are not in the template, and the resource each was generated for
 */
public record TransformResult(Optional<Template> template, List<TransformError> errors, Map<String, String> owners) {

    public TransformResult {
        errors = List.copyOf(errors);
        owners = Map.copyOf(owners);
    }

    static TransformResult refused(List<TransformError> errors) {
        return new TransformResult(Optional.empty(), errors, Map.of());
    }

    public List<Problem> problems() {
        return errors.stream().map(TransformError::problem).distinct().toList();
    }

    /** @throws InvalidTemplateException with all problems, if there are any */
    public Template orThrow() {
        return template.orElseThrow(() -> new InvalidTemplateException(problems()));
    }
}
