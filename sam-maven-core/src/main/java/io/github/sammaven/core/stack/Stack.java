package io.github.sammaven.core.stack;

import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;

/**
 * The root stack, or one that is nested in it at some depth.
 *
 * @param path logical ids from the root down, {@code Child/GrandChild}; empty for the root
 * @param samPath the same with the {@code SamResourceId} of each stack that has one
 * @param template relative paths in it count from its own folder
 * @param resolver of the template, with the values its parameters are given by the stack around it
 * @param wanted false if its condition is false, or that of a stack around it
 */
public record Stack(String path, String samPath, Template template, TemplateResolver resolver, boolean wanted) {

    static Stack root(Template template, TemplateResolver resolver) {
        return new Stack("", "", template, resolver, true);
    }

    /** The same stack, of another template. */
    Stack with(Template changed) {
        return changed == template
                ? this
                : new Stack(path, samPath, changed, new TemplateResolver(changed, resolver.values()), wanted);
    }

    /** What the stack's parameters and pseudo parameters stand for. */
    public LocalValues values() {
        return resolver.values();
    }

    /** The path of a resource of this stack: {@code Child/GrandChild/Function}. */
    public String idOf(String logicalId) {
        return below(path, logicalId);
    }

    /** As {@link #idOf}, by {@code SamResourceId}. */
    public String samIdOf(String samId) {
        return below(samPath, samId);
    }

    private static String below(String path, String id) {
        return path.isEmpty() ? id : path + "/" + id;
    }
}
