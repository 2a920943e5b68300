package io.github.sammaven.core.permission;

import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What CloudFormation looks up for a template itself: values of parameters, and dynamic references. */
final class TemplateGrants {

    private static final Pattern DYNAMIC =
            Pattern.compile("\\{\\{resolve:(ssm|ssm-secure|secretsmanager):((?:[^{}]|\\$\\{[^}]*})*)}}");
    private static final Pattern NAME = Pattern.compile("(arn(?::[^:]*){6}|[^:]*).*");
    private static final String PARAMETER = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/";
    private static final String SECRET =
            "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:";

    /** Types whose values are checked before anything is made. */
    private static final Map<String, String> CHECKED = Map.ofEntries(
            Map.entry("AWS::EC2::AvailabilityZone::Name", "ec2:DescribeAvailabilityZones"),
            Map.entry("AWS::EC2::Image::Id", "ec2:DescribeImages"),
            Map.entry("AWS::EC2::Instance::Id", "ec2:DescribeInstances"),
            Map.entry("AWS::EC2::KeyPair::KeyName", "ec2:DescribeKeyPairs"),
            Map.entry("AWS::EC2::SecurityGroup::Id", "ec2:DescribeSecurityGroups"),
            Map.entry("AWS::EC2::SecurityGroup::GroupName", "ec2:DescribeSecurityGroups"),
            Map.entry("AWS::EC2::Subnet::Id", "ec2:DescribeSubnets"),
            Map.entry("AWS::EC2::Volume::Id", "ec2:DescribeVolumes"),
            Map.entry("AWS::EC2::VPC::Id", "ec2:DescribeVpcs"),
            Map.entry("AWS::Route53::HostedZone::Id", "route53:ListHostedZones"));

    private final Grants grants;

    TemplateGrants(Grants grants) {
        this.grants = grants;
    }

    void add(StackNames names) {
        Template template = names.template();
        template.section("Parameters").forEach((name, declaration) -> declaration
                .asMapping()
                .ifPresent(mapping -> parameter(
                        names.stack().idOf(name),
                        mapping.text("Type").orElse(""),
                        mapping.text("Default"),
                        Optional.ofNullable(names.stack().values().parameters().get(name)),
                        mapping.mark())));
        dynamic(template.root(), names.stack().path());
    }

    private void parameter(
            String id, String type, Optional<String> otherwise, Optional<String> given, SourceMark mark) {
        Need need = new Need(id, type, mark);
        if (type.startsWith("AWS::SSM::Parameter::")) {
            String name = given.or(() -> otherwise).orElse("*");
            grants.add("ParameterValues", List.of("ssm:GetParameters"), List.of(ssm(name)), need);
        }
        String checked = type.startsWith("List<") ? type.substring(5, type.length() - 1) : type;
        if (CHECKED.containsKey(checked)) {
            grants.add(List.of(CHECKED.get(checked)), need);
        }
    }

    private void dynamic(Node node, String stack) {
        node.asMapping().ifPresent(mapping -> mapping.entries().values().forEach(value -> dynamic(value, stack)));
        node.asSequence().ifPresent(list -> list.items().forEach(item -> dynamic(item, stack)));
        String text = node.asText().orElse("");
        if (!text.contains("{{resolve:")) {
            return;
        }
        Need need = new Need("a dynamic reference", "", node.mark());
        Matcher references = DYNAMIC.matcher(text);
        while (references.find()) {
            String name = name(references.group(2).replaceAll("\\$\\{[^}]*}", "*"));
            if (references.group(1).equals("secretsmanager")) {
                String secret = name.startsWith("arn:") ? name : SECRET + name + "-*";
                grants.add("DynamicReferences", List.of("secretsmanager:GetSecretValue"), List.of(secret), need);
            } else {
                grants.add("DynamicReferences", List.of("ssm:GetParameters"), List.of(ssm(name)), need);
            }
        }
    }

    /** Without version, stage or key. */
    private static String name(String reference) {
        Matcher name = NAME.matcher(reference);
        return name.matches() ? name.group(1) : reference;
    }

    private static String ssm(String name) {
        return name.startsWith("arn:") ? name : PARAMETER + (name.startsWith("/") ? name.substring(1) : name);
    }
}
