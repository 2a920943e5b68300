package io.github.sammaven.core.permission;

import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.Stack;
import io.github.sammaven.core.stack.StackReferences;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.Node;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.transform.SamTransformer;
import io.github.sammaven.core.transform.TransformResult;
import io.github.sammaven.core.transform.context.TransformOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Works out what package, deploy and delete of a template need to be allowed. Makes no call. */
public final class DeploymentPolicy {

    private static final int MAX_STACK_NAME = 128;
    private static final String GROUP = "AWS::CodeDeploy::DeploymentGroup";
    private static final String APPLICATION = "AWS::Serverless::Application";

    private final ResourceKinds kinds = ResourceKinds.load();
    private final SamTransformer transformer = new SamTransformer();

    /**
     * @param stacks with all loops unrolled
     * @param given repositories count only if there are images
     * @throws InvalidTemplateException if the SAM transform refuses a template, with all reasons
     */
    public PolicyPlan plan(StackTree stacks, DeploymentScope given) {
        Map<String, StackNames> names = names(stacks.complete(), given);
        DeploymentScope scope = hasImages(names) ? given : given.withImages(List.of(), Optional.empty());
        Grants resources = new Grants();
        DeployerGrants.reading(scope, resources);
        ResourceGrants handlers = new ResourceGrants(kinds, resources);
        TemplateGrants lookups = new TemplateGrants(resources);
        names.values().forEach(handlers::add);
        names.values().forEach(lookups::add);
        applications(stacks, resources);

        Grants packaging = new Grants();
        DeployerGrants packages = new DeployerGrants(scope, packaging);
        packages.artifacts();
        packages.managedBucketName();
        packages.signing();
        packages.images();
        Grants deployment = new Grants();
        DeployerGrants deploys = new DeployerGrants(scope, deployment);
        deploys.stack(nested(names), transforms(stacks));
        deploys.shifts(arns(names, GROUP), hookLogs(names));
        Grants removal = new Grants();
        new DeployerGrants(scope, removal).removal();
        Grants setup = new Grants();
        if (scope.managedBucket()) {
            new DeployerGrants(scope, setup).managedBucket();
        }
        List<Problem> warnings = new ArrayList<>(handlers.warnings());
        warnings.addAll(unknown(stacks, scope));
        return new PolicyPlan(
                packaging.statements(),
                deployment.statements(),
                removal.statements(),
                setup.statements(),
                scope.roleArn().map(DeploymentPolicy::passing),
                resources.statements(),
                warnings,
                handlers.notes());
    }

    private static Grant passing(String role) {
        return new Grant(
                "PassRoleToCloudFormation",
                List.of("iam:PassRole"),
                List.of(role),
                Optional.of(Condition.passedTo("cloudformation.amazonaws.com")),
                List.of(Need.of("handing the role over to CloudFormation")));
    }

    private Map<String, StackNames> names(StackTree stacks, DeploymentScope scope) {
        Map<String, StackNames> names = new LinkedHashMap<>();
        StackReferences references = new StackReferences(stacks);
        List<Problem> refusals = new ArrayList<>();
        for (Stack stack : stacks.stacks()) {
            TransformResult result = transformer.transform(
                    stack.template(),
                    TransformOptions.offline(
                                    stack.values().region(), stack.values().parameters())
                            .forValidation());
            refusals.addAll(result.problems());
            String name = stack.path().isEmpty() ? scope.stackName() : nestedName(stacks, stack, names);
            result.template()
                    .ifPresent(template -> names.put(stack.path(), names(stack, template, name, references, names)));
        }
        if (!refusals.isEmpty()) {
            throw new InvalidTemplateException(refusals);
        }
        return names;
    }

    private StackNames names(
            Stack stack, Template template, String stackName, StackReferences references, Map<String, StackNames> all) {
        return new StackNames(
                stack, template, stackName, kinds, references, path -> Objects.requireNonNull(all.get(path), path));
    }

    private static String nestedName(StackTree stacks, Stack stack, Map<String, StackNames> names) {
        String logicalId = stack.path().substring(stack.path().lastIndexOf('/') + 1);
        String parent = stacks.parent(stack)
                .map(Stack::path)
                .map(names::get)
                .map(StackNames::stackName)
                .orElse("*");
        return GeneratedNames.pattern(parent, logicalId, MAX_STACK_NAME, false);
    }

    /** Names of nested stacks, those whose templates are elsewhere too. */
    private static List<String> nested(Map<String, StackNames> names) {
        SortedSet<String> nested = new TreeSet<>();
        names.values().forEach(stack -> stack.resources().forEach((logicalId, node) -> {
            if (isOf(node, "AWS::CloudFormation::Stack")) {
                nested.add(GeneratedNames.pattern(stack.stackName(), logicalId, MAX_STACK_NAME, false));
            }
        }));
        return List.copyOf(nested);
    }

    private static List<String> arns(Map<String, StackNames> names, String type) {
        SortedSet<String> arns = new TreeSet<>();
        names.values().forEach(stack -> stack.resources().forEach((logicalId, node) -> {
            if (isOf(node, type)) {
                arns.addAll(stack.arns(logicalId));
            }
        }));
        return List.copyOf(arns);
    }

    /** Log groups of the functions that CodeDeploy calls before and after a shift. */
    private static List<String> hookLogs(Map<String, StackNames> names) {
        SortedSet<String> groups = new TreeSet<>();
        names.values().forEach(stack -> stack.resources().keySet().forEach(logicalId -> List.of("Before", "After")
                .forEach(moment -> stack.textsAt(
                                logicalId, "UpdatePolicy.CodeDeployLambdaAliasUpdate." + moment + "AllowTrafficHook")
                        .forEach(function -> groups.add(
                                "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/"
                                        + function.substring(function.lastIndexOf(':') + 1) + ":*")))));
        return List.copyOf(groups);
    }

    private static List<String> transforms(StackTree stacks) {
        SortedSet<String> transforms = new TreeSet<>();
        for (Stack stack : stacks.stacks()) {
            stack.template().root().get("Transform").ifPresent(node -> {
                node.asText().ifPresent(transforms::add);
                node.asSequence().ifPresent(list -> list.items().forEach(item -> item.asText()
                        .or(() -> item.asMapping().flatMap(mapping -> mapping.text("Name")))
                        .ifPresent(transforms::add)));
            });
            embedded(stack.template().root(), transforms);
        }
        return List.copyOf(transforms);
    }

    private static void embedded(Node node, SortedSet<String> transforms) {
        node.asMapping().ifPresent(mapping -> mapping.entries().forEach((key, value) -> {
            if (key.equals("Fn::Transform")) {
                value.asMapping().flatMap(call -> call.text("Name")).ifPresent(transforms::add);
            }
            embedded(value, transforms);
        }));
        node.asSequence().ifPresent(list -> list.items().forEach(item -> embedded(item, transforms)));
    }

    /** Applications of the repository are fetched for whoever deploys. */
    private static void applications(StackTree stacks, Grants grants) {
        for (Stack stack : stacks.stacks()) {
            stack.template().section("Resources").forEach((logicalId, node) -> {
                if (isOf(node, APPLICATION)) {
                    Optional<String> id = node.asMapping()
                            .flatMap(resource -> resource.mapping("Properties"))
                            .flatMap(properties -> properties.mapping("Location"))
                            .flatMap(location -> location.text("ApplicationId"));
                    id.ifPresent(arn -> grants.add(
                            "Applications",
                            List.of(
                                    "serverlessrepo:CreateCloudFormationTemplate",
                                    "serverlessrepo:GetApplication",
                                    "serverlessrepo:GetCloudFormationTemplate"),
                            List.of(arn),
                            new Need(
                                    stack.idOf(logicalId),
                                    APPLICATION,
                                    stack.template().resourceMark(logicalId))));
                }
            });
        }
    }

    private static List<Problem> unknown(StackTree stacks, DeploymentScope scope) {
        List<Problem> warnings = new ArrayList<>();
        stacks.remote()
                .forEach(remote -> warnings.add(Problem.warning(
                        remote.mark(),
                        "the template of the nested stack " + remote.path()
                                + " is not on this machine, so the policy has nothing for its resources",
                        "add what they need by hand")));
        if (scope.bucket().isEmpty() && !scope.managedBucket()) {
            warnings.add(Problem.warning(
                    SourceMark.NONE,
                    "no bucket is named, so the policy has nothing for artifacts",
                    "set -Dsam.s3Bucket=BUCKET or -Dsam.resolveS3"));
        }
        return warnings;
    }

    private static boolean hasImages(Map<String, StackNames> names) {
        return names.values().stream()
                .flatMap(stack -> stack.resources().keySet().stream()
                        .flatMap(logicalId -> stack.textsAt(logicalId, "PackageType").stream()))
                .anyMatch("Image"::equals);
    }

    private static boolean isOf(Node resource, String type) {
        return resource.asMapping()
                .flatMap(mapping -> mapping.text("Type"))
                .filter(type::equals)
                .isPresent();
    }
}
