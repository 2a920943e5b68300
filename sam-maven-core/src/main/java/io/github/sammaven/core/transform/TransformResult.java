package io.github.sammaven.core.transform;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.context.TransformError;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a transform.
 *
 * @param template the CloudFormation template; empty if there are errors
 * @param errors what is wrong, each once, sorted by place
 */
public record TransformResult(Optional<Template> template, List<TransformError> errors) {

    public TransformResult {
        errors = List.copyOf(errors);
    }

    static TransformResult refused(List<TransformError> errors) {
        return new TransformResult(Optional.empty(), errors);
    }

    public List<Problem> problems() {
        return errors.stream().map(TransformError::problem).distinct().toList();
    }

    /** @throws InvalidTemplateException with all problems, if there are any */
    public Template orThrow() {
        return template.orElseThrow(() -> new InvalidTemplateException(problems()));
    }
}
