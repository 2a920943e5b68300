package io.github.sammaven.core.managed;

import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.template.TemplateWriter;
import java.util.SortedMap;

/** The text of a companion stack's template: one repository for each function. */
final class CompanionTemplate {

    static final String REPOSITORY = "AWS::ECR::Repository";

    private static final String ID_END = "Repo";

    private CompanionTemplate() {}

    /** @param repositories names by logical id */
    static String of(String stackName, SortedMap<String, String> repositories) {
        MappingNode.Builder resources = MappingNode.builder();
        MappingNode.Builder outputs = MappingNode.builder();
        repositories.forEach((id, name) -> {
            resources.put(id, repository(stackName, name));
            String stem = id.endsWith(ID_END) ? id.substring(0, id.length() - ID_END.length()) : id;
            outputs.put(stem + "Out", uri(id));
        });
        return new TemplateWriter()
                .json(MappingNode.builder()
                        .put("AWSTemplateFormatVersion", "2010-09-09")
                        .put("Description", "Image repositories of the stack this one accompanies")
                        .put("Resources", resources.build())
                        .put("Outputs", outputs.build())
                        .build());
    }

    private static MappingNode repository(String stackName, String name) {
        return MappingNode.builder()
                .put("Type", REPOSITORY)
                .put(
                        "Properties",
                        MappingNode.builder()
                                .put("RepositoryName", name)
                                .put(
                                        "Tags",
                                        SequenceNode.of(
                                                tag("ManagedStackSource", "AwsSamCli"),
                                                tag("AwsSamCliCompanionStack", stackName)))
                                .put("RepositoryPolicyText", policy())
                                .build())
                .build();
    }

    /** Lets Lambda take the images. */
    private static MappingNode policy() {
        MappingNode statement = MappingNode.builder()
                .put("Sid", "AllowLambdaSLR")
                .put("Effect", "Allow")
                .put("Principal", MappingNode.of("Service", SequenceNode.ofTexts("lambda.amazonaws.com")))
                .put(
                        "Action",
                        SequenceNode.ofTexts(
                                "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:BatchGetImage"))
                .build();
        return MappingNode.builder()
                .put("Version", "2012-10-17")
                .put("Statement", SequenceNode.of(statement))
                .build();
    }

    private static Node tag(String key, String value) {
        return MappingNode.builder().put("Key", key).put("Value", value).build();
    }

    private static MappingNode uri(String logicalId) {
        String address = "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${" + logicalId + "}";
        return MappingNode.of("Value", MappingNode.of("Fn::Sub", ScalarNode.string(address)));
    }
}
