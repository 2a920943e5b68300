package io.github.sammaven.core.transform.event;

import io.github.sammaven.core.template.Intrinsic;
import io.github.sammaven.core.template.MappingNode;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.ScalarNode;
import io.github.sammaven.core.template.SequenceNode;
import io.github.sammaven.core.transform.generate.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code SourceAccessConfigurations}: secrets and networks that Lambda reads a source through. */
record SourceAccess(FunctionEvent event, List<Entry> entries) {

    static final String BASIC_AUTH = "BASIC_AUTH";

    /** What Lambda needs to reach a source in a VPC. */
    static final Node NETWORK_STATEMENT = PolicyDocument.allow(
            SequenceNode.ofTexts(
                    "ec2:CreateNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeVpcs",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeSecurityGroups"),
            ScalarNode.string("*"));

    /** One of them. */
    record Entry(MappingNode node, String type) {

        Optional<Node> uri() {
            return node.get("URI").filter(value -> !value.isNull());
        }
    }

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException if there are none */
    static SourceAccess required(FunctionEvent event) {
        Node list = event.get("SourceAccessConfigurations")
                .orElseThrow(() -> event.invalid("SourceAccessConfigurations is required", ""));
        List<Node> items = list.asSequence()
                .map(SequenceNode::items)
                .orElseThrow(() -> event.invalid(
                        list, "SourceAccessConfigurations must be a list, this is " + list.kindName(), ""));
        if (items.isEmpty()) {
            throw event.invalid(list, "SourceAccessConfigurations is empty", "");
        }
        List<Entry> entries = new ArrayList<>();
        for (Node item : items) {
            MappingNode mapping = item.asMapping()
                    .orElseThrow(() -> event.invalid(
                            item, "SourceAccessConfigurations must hold mappings, this is " + item.kindName(), ""));
            entries.add(new Entry(mapping, mapping.text("Type").orElse("")));
        }
        return new SourceAccess(event, List.copyOf(entries));
    }

    /** @throws io.github.sammaven.core.transform.context.InvalidResourceException for any other type */
    SourceAccess onlyOf(Set<String> types) {
        entries.stream()
                .filter(entry -> !types.contains(entry.type()))
                .findFirst()
                .ifPresent(entry -> {
                    throw event.invalid(
                            entry.node(),
                            "SourceAccessConfigurations cannot have the Type '%s'".formatted(entry.type()),
                            "one of "
                                    + String.join(", ", types.stream().sorted().toList()));
                });
        return this;
    }

    List<Entry> of(Set<String> types) {
        return entries.stream().filter(entry -> types.contains(entry.type())).toList();
    }

    /** The URI of the one entry with a secret. */
    Node secret() {
        List<Entry> secrets = of(Set.of(BASIC_AUTH));
        if (secrets.size() != 1) {
            throw event.invalid(
                    event.get("SourceAccessConfigurations").orElse(event.properties()),
                    secrets.isEmpty()
                            ? "SourceAccessConfigurations needs an entry of Type BASIC_AUTH"
                            : "SourceAccessConfigurations has more than one entry of Type BASIC_AUTH",
                    "");
        }
        return uri(secrets.get(0));
    }

    Node uri(Entry entry) {
        return entry.uri()
                .orElseThrow(() -> event.invalid(entry.node(), "the %s entry needs a URI".formatted(entry.type()), ""));
    }

    static Node readingSecret(Node uri) {
        return PolicyDocument.allow(SequenceNode.ofTexts("secretsmanager:GetSecretValue"), uri);
    }

    /** ARN of the key that the secret is encrypted with, if one is named. */
    static Optional<Node> keyArn(FunctionEvent event) {
        return event.given("SecretsManagerKmsKeyId")
                .map(id -> Intrinsic.sub("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/"
                        + id.asText()
                                .orElseThrow(() -> event.invalid(id, "SecretsManagerKmsKeyId must be a string", ""))));
    }
}
