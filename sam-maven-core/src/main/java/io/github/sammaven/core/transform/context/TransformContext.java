package io.github.sammaven.core.transform.context;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Partition;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the transform: what its passes read, and where they put their results.
 *
 * @param template as it was read
 * @param source the resources as they are translated: {@code Globals} are merged in, generated APIs are there
 * @param options what is known besides the template
 * @param partition the one of the region
 * @param parameters puts in the values of parameters
 * @param result the resources made so far
 * @param conditions conditions made so far
 * @param errors what is wrong so far
 */
public record TransformContext(
        Template template,
        Map<String, MappingNode> source,
        TransformOptions options,
        Partition partition,
        ParameterSubstitution parameters,
        GeneratedTemplate result,
        GeneratedConditions conditions,
        TransformErrors errors) {

    /** As below, with no condition made yet. */
    public static TransformContext of(
            Template template,
            Map<String, MappingNode> source,
            TransformOptions options,
            ParameterSubstitution parameters,
            TransformErrors errors) {
        return of(template, source, options, parameters, new GeneratedConditions(), errors);
    }

    /** The context of a run over {@code source}. */
    public static TransformContext of(
            Template template,
            Map<String, MappingNode> source,
            TransformOptions options,
            ParameterSubstitution parameters,
            GeneratedConditions conditions,
            TransformErrors errors) {
        return new TransformContext(
                template,
                new LinkedHashMap<>(source),
                options,
                Partition.of(options.region()),
                parameters,
                new GeneratedTemplate(source),
                conditions,
                errors);
    }

    /** The resource of this id as the template has it, with {@code Globals} merged in. */
    public Optional<MappingNode> source(String logicalId) {
        return Optional.ofNullable(source.get(logicalId));
    }

    /** {@link #source(String)} if it is of {@code type}. */
    public Optional<MappingNode> source(String logicalId, String type) {
        return source(logicalId)
                .filter(resource -> resource.text("Type").filter(type::equals).isPresent());
    }
}
