package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.CallerIdentity;
import io.github.sammaven.core.permission.ArnValues;
import io.github.sammaven.core.permission.DeploymentPolicy;
import io.github.sammaven.core.permission.DeploymentScope;
import io.github.sammaven.core.permission.PolicyDocument;
import io.github.sammaven.core.permission.PolicyFor;
import io.github.sammaven.core.permission.PolicyPlan;
import io.github.sammaven.core.permission.RoleTemplate;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.plugin.config.DeploymentOptions;
import io.github.sammaven.plugin.config.PolicyOutput;
import io.github.sammaven.plugin.config.TrustOption;
import io.github.sammaven.plugin.console.FunctionConsole;
import io.github.sammaven.plugin.console.PolicyLines;
import io.github.sammaven.plugin.console.ProblemLines;
import io.github.sammaven.plugin.wiring.Permissions;
import io.github.sammaven.plugin.wiring.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the IAM policy that packaging, deploying and deleting this template needs, and no more: to
 * {@code target/sam/iam-policy.json} and to standard output. Needs no network and no credentials.
 *
 * @since 1.0
 */
@Mojo(name = "iam-policy", requiresProject = false, threadSafe = true)
public final class IamPolicyMojo extends AbstractPolicyMojo {

    /**
     * Whom the policy is for: {@code person}, who does everything; {@code ci}, a build server that hands a role over to
     * CloudFormation; {@code cloudformation}, that role. Default: {@code person}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.policyFor")
    private @Nullable String policyFor;

    /**
     * What is written: {@code json}, policies, or {@code cloudformation}, a template of two roles with the policies of
     * {@code ci} and {@code cloudformation}, to {@code target/sam/iam-roles.yaml}. Default: {@code json}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.output")
    private @Nullable String output;

    /**
     * Who may take on the role of the deployer in the template of roles: services such as {@code codebuild.amazonaws.com},
     * or ARNs of users, roles, accounts or OpenID Connect providers. Default: whoever the account itself allows to.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.trust")
    private @Nullable List<String> trust;

    /**
     * Whom of an OpenID Connect provider to trust, such as {@code repo:acme/orders:ref:refs/heads/main}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.trustSubject")
    private @Nullable String trustSubject;

    /**
     * Name of the stack; names that CloudFormation makes up begin with it.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Account in ARNs. Default: any, or with {@code -Dsam.offline=false} that of the credentials.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.accountId")
    private @Nullable String accountId;

    /**
     * Whether AWS is asked nothing, not even for the account. Default: {@code true}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.offline")
    private @Nullable Boolean offline;

    /**
     * Bucket that receives the archives.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Bucket")
    private @Nullable String s3Bucket;

    /**
     * What comes before each key in the bucket. Default: nothing.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Prefix")
    private @Nullable String s3Prefix;

    /**
     * Whether archives go to the bucket shared with SAM CLI. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.resolveS3")
    private @Nullable Boolean resolveS3;

    /**
     * Role that CloudFormation works with. With it a person needs what a build server needs. Default: none.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.roleArn")
    private @Nullable String roleArn;

    /** Made by Maven. */
    @Inject
    public IamPolicyMojo(SettingsDecrypter settingsDecrypter) {
        super("deploy", settingsDecrypter);
    }

    @Override
    void run() {
        PolicyFor principal = options().choice("policyFor", policyFor, PolicyFor.PERSON);
        boolean roles = options().choice("output", output, PolicyOutput.JSON) == PolicyOutput.CLOUDFORMATION;
        DeploymentScope scope = scope();
        if (principal == PolicyFor.CI && !roles && scope.roleArn().isEmpty()) {
            throw new InvalidOptionException(
                    "no role is named that the build server hands over to CloudFormation",
                    "set -Dsam.roleArn=ARN, or have both roles made with -Dsam.output=cloudformation");
        }
        PolicyPlan plan =
                new DeploymentPolicy().plan(unrolled(stacks(template())), roles ? RoleTemplate.scope(scope) : scope);
        new ProblemLines(getLog()).all(plan.warnings());
        if (roles) {
            writeRoles(plan);
        } else {
            writePolicies(plan, principal);
        }
    }

    private void writeRoles(PolicyPlan plan) {
        String yaml = RoleTemplate.yaml(
                plan, TrustOption.of(options().list("trust", trust), options().text("trustSubject", trustSubject)));
        Path file = samFolder().path().resolve("iam-roles.yaml");
        write(file, yaml);
        Stream.of(PolicyFor.CI, PolicyFor.CLOUDFORMATION)
                .flatMap(role -> plan.notesFor(role).stream())
                .distinct()
                .forEach(getLog()::info);
        getLog().info("Two roles  ->  " + shown(file));
        print(yaml);
    }

    private void writePolicies(PolicyPlan plan, PolicyFor principal) {
        ArnValues values = new ArnValues(knownRegion(), account());
        List<PolicyDocument> policies = PolicyDocument.split(plan.of(principal), values, PolicyDocument.MAX_MANAGED);
        List<Path> files = new ArrayList<>();
        for (PolicyDocument policy : policies) {
            String number = files.isEmpty() ? "" : "-" + (files.size() + 1);
            Path file = samFolder().path().resolve("iam-policy" + number + ".json");
            write(file, policy.json(values));
            files.add(shown(file));
        }
        plan.notesFor(principal).forEach(getLog()::info);
        PolicyLines.of(policies, values, files).forEach(getLog()::info);
        policies.forEach(policy -> print(policy.json(values)));
    }

    private DeploymentScope scope() {
        String name = options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
        return withTargets(DeploymentOptions.scope(
                        name,
                        options().text("s3Bucket", s3Bucket),
                        options().text("s3Prefix", s3Prefix),
                        options().flag("resolveS3", resolveS3, false)))
                .withRole(options().text("roleArn", roleArn));
    }

    private Optional<String> knownRegion() {
        return givenRegion().or(() -> Stream.of("env.AWS_REGION", "env.AWS_DEFAULT_REGION")
                .map(session.getSystemProperties()::getProperty)
                .filter(value -> value != null && !value.isBlank())
                .findFirst());
    }

    private Optional<String> account() {
        Optional<String> given = options().text("accountId", accountId);
        if (given.isPresent() || options().flag("offline", offline, true)) {
            return given;
        }
        try (Services services = services()) {
            CallerIdentity identity = new Permissions(services).caller().identity();
            return Optional.of(identity.account());
        }
    }

    private Path shown(Path file) {
        return file.startsWith(basedir()) ? basedir().relativize(file) : file;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new SamException(file + " cannot be written: " + failure.getMessage(), "", failure);
        }
    }

    private static void print(String text) {
        try (FunctionConsole console = FunctionConsole.ofProcess()) {
            console.result(text.stripTrailing());
        }
    }
}
