package io.github.sammaven.core.deploy.origin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What SAM calls the properties that CloudFormation knows by another name. From the SAM specification, resource by resource. */
final class SamNames {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("Code", List.of("CodeUri", "InlineCode", "ImageUri")),
            Map.entry("TracingConfig", List.of("Tracing")),
            Map.entry("DeadLetterConfig", List.of("DeadLetterQueue")),
            Map.entry("ManagedPolicyArns", List.of("Policies")),
            Map.entry("Content", List.of("ContentUri")),
            Map.entry("Body", List.of("DefinitionBody", "DefinitionUri")),
            Map.entry("BodyS3Location", List.of("DefinitionUri")),
            Map.entry("CorsConfiguration", List.of("Cors")),
            Map.entry("DefinitionString", List.of("Definition")),
            Map.entry("DefinitionS3Location", List.of("DefinitionUri")),
            Map.entry("TracingConfiguration", List.of("Tracing")),
            Map.entry("LoggingConfiguration", List.of("Logging")),
            Map.entry("StateMachineName", List.of("Name")),
            Map.entry("StateMachineType", List.of("Type")),
            Map.entry("KeySchema", List.of("PrimaryKey")),
            Map.entry("AttributeDefinitions", List.of("PrimaryKey")),
            Map.entry("TemplateURL", List.of("Location")),
            Map.entry("Variables", List.of("StageVariables")));

    private SamNames() {}

    /** What the property may be called in a SAM resource, its own name first. */
    static List<String> of(String property) {
        List<String> others = NAMES.getOrDefault(property, List.of());
        return Stream.concat(Stream.of(property), others.stream()).toList();
    }
}
