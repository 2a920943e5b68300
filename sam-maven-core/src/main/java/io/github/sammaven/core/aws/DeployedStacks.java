package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Optional;

/** Reads stacks as they are deployed; changes nothing. Methods throw as those of {@link StackGateway}. */
public interface DeployedStacks {

    /**
     * @param stack name or ARN
     * @return empty if there is no such stack
     */
    Optional<StackDescription> describe(String stack);

    /**
     * What is in a stack now, without what is deleted, in the order of the service.
     *
     * @param stack name or ARN
     * @return empty if there is no such stack
     */
    Optional<List<StackResource>> resources(String stack);

    /**
     * Text of the template as CloudFormation works with it, after its transforms.
     *
     * @param stack name or ARN
     * @return empty if there is no such stack
     */
    Optional<String> template(String stack);
}
