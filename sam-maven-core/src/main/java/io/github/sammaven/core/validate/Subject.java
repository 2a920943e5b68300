package io.github.sammaven.core.validate;

import io.github.sammaven.core.function.FunctionCatalog;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What is validated, and what is already known of it.
 *
 * @param template as it was read
 * @param values parameter values and region
 * @param resolver over both
 * @param functions its functions and layers
 * @param globals its shared properties
 */
record Subject(
        Template template, LocalValues values, TemplateResolver resolver, FunctionCatalog functions, Globals globals) {

    static Subject of(Template template, LocalValues values) {
        TemplateResolver resolver = new TemplateResolver(template, values);
        return new Subject(template, values, resolver, FunctionCatalog.of(template, resolver), new Globals(template));
    }

    /** Calls {@code action} with the logical id and the mapping of every resource that is one. */
    void forEachResource(BiConsumer<String, MappingNode> action) {
        template.section("Resources")
                .forEach((id, node) -> node.asMapping().ifPresent(resource -> action.accept(id, resource)));
    }

    /** The type of a resource; empty if it is absent or has none. */
    Optional<String> typeOf(String logicalId) {
        return template.resource(logicalId).flatMap(resource -> resource.text("Type"));
    }
}
