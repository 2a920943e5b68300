package io.github.sammaven.core.transform.function;

import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.transform.context.CloudFormationResource;
import java.util.Optional;

/**
 * Where results of asynchronous calls go.
 *
 * @param name {@code OnSuccess} or {@code OnFailure}
 * @param target what receives them
 * @param policy inline policy that the function's role needs
 * @param made the queue or topic that was made, if one was
 */
record InvokeDestination(String name, Node target, Node policy, Optional<CloudFormationResource> made) {}
