package io.github.sammaven.core.function;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.template.Globals;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateResolver;
import java.util.List;
import java.util.Set;

/** Reads one layer resource. */
final class LayerReader {

    private final Template template;
    private final Globals globals;
    private final TemplateResolver resolver;
    private final List<Problem> problems;
    private final CodeReader code;

    LayerReader(Template template, Globals globals, TemplateResolver resolver, List<Problem> problems) {
        this.template = template;
        this.globals = globals;
        this.resolver = resolver;
        this.problems = problems;
        this.code = new CodeReader(template);
    }

    LambdaLayer read(String id, MappingNode resource) {
        MappingNode merged = globals.properties(resource, Set.of());
        ResourceProperties properties =
                new ResourceProperties(id, merged, template.resourceMark(id), resolver, problems);
        boolean serverless = resource.text("Type").orElse("").equals("AWS::Serverless::LayerVersion");
        return new LambdaLayer(
                id, code.archive(properties, serverless ? "ContentUri" : "Content"), merged, template.resourceMark(id));
    }
}
