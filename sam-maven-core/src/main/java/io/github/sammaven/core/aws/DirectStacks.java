package io.github.sammaven.core.aws;

import java.util.List;
import java.util.Set;

/**
 * Stacks that are made and changed without a change set, because nobody needs to see what will happen. Methods throw as
 * those of {@link StackGateway}.
 */
public interface DirectStacks {

    /** Begins to create a stack. */
    void create(String stackName, TemplateSource template, Set<String> capabilities);

    /**
     * Begins to update a stack.
     *
     * @return false if there is nothing to do; nothing begins then
     */
    boolean update(String stackName, TemplateSource template, Set<String> capabilities);

    /** What is in a stack now, without what is deleted. */
    List<StackResource> resources(String stackName);
}
