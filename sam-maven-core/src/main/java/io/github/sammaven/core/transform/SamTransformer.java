package io.github.sammaven.core.transform;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.connector.EmbeddedConnectors;
import io.github.sammaven.core.transform.context.GeneratedConditions;
import io.github.sammaven.core.transform.context.ParameterSubstitution;
import io.github.sammaven.core.transform.context.PropertyTables;
import io.github.sammaven.core.transform.context.TransformContext;
import io.github.sammaven.core.transform.context.TransformErrors;
import io.github.sammaven.core.transform.context.TransformOptions;
import io.github.sammaven.core.transform.implicit.ImplicitApis;
import io.github.sammaven.core.transform.openapi.ApiDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a SAM template into the CloudFormation template that {@code AWS::Serverless-2016-10-31} makes of it. */
public final class SamTransformer {

    private final PropertyTables tables;

    public SamTransformer() {
        this(PropertyTables.load());
    }

    /** Shares tables that were loaded already. */
    public SamTransformer(PropertyTables tables) {
        this.tables = tables;
    }

    /** Never throws for what a template says: what is wrong is in the result, all at once. */
    public TransformResult transform(Template template, TransformOptions options) {
        TransformErrors errors = new TransformErrors();
        new TemplateStructure(template, tables, errors).check();
        if (!errors.isEmpty()) {
            return TransformResult.refused(errors.sorted());
        }
        ParameterSubstitution parameters = new ParameterSubstitution(template, options.parameters(), options.region());
        GeneratedConditions conditions = new GeneratedConditions();
        ApiDefinitions definitions = new ApiDefinitions();
        Map<String, MappingNode> source = new Preparation(
                        template, new ImplicitApis(template, definitions, conditions, errors), definitions)
                .resources();
        if (!errors.isEmpty()) {
            return TransformResult.refused(errors.sorted());
        }
        source = new EmbeddedConnectors(errors).extracted(source);
        TransformContext context = TransformContext.of(template, source, options, parameters, conditions, errors);
        Translation translation = new Translation(context, tables, definitions);
        TranslationOrder.sorted(source).forEach(translation::translate);
        translation.finish();
        return errors.isEmpty()
                ? new TransformResult(
                        Optional.of(template.withRoot(new Assembly(context).root())),
                        List.of(),
                        context.result().owners())
                : TransformResult.refused(errors.sorted());
    }
}
