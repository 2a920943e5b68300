package io.github.sammaven.plugin.goal;

import io.github.sammaven.core.aws.StackDeletionMode;
import io.github.sammaven.core.operate.remove.RemoveRequest;
import io.github.sammaven.core.operate.remove.RemoveResult;
import io.github.sammaven.core.operate.remove.Retention;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.plugin.console.InterruptNotice;
import io.github.sammaven.plugin.console.RemovalLines;
import io.github.sammaven.plugin.console.TerminalPrompt;
import io.github.sammaven.plugin.wiring.Removal;
import io.github.sammaven.plugin.wiring.Services;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a stack and follows it to its end, then deletes what packaging uploaded for it: archives, templates and images
 * that the deployed template names, in all their versions, and the companion stack with its repositories. What another
 * stack of the region refers to stays. Needs no template and no project. A run that was stopped is finished by the next.
 *
 * @since 1.0
 */
@Mojo(name = "delete", requiresProject = false, threadSafe = true)
public final class DeleteMojo extends AbstractSamMojo {

    /**
     * Name of the stack.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.stackName")
    private @Nullable String stackName;

    /**
     * Deletes without asking. Needed where nobody can be asked, as with {@code -B}. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.noPrompts")
    private @Nullable Boolean noPrompts;

    /**
     * The bucket that holds the stack's template. Default: the bucket of the first archive that the template names.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Bucket")
    private @Nullable String s3Bucket;

    /**
     * What comes before each key in the bucket. Default: that of the first archive that the template names.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.s3Prefix")
    private @Nullable String s3Prefix;

    /**
     * Whether all objects below the prefix go, also those of earlier deployments; what other stacks refer to stays.
     * Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.deletePrefix")
    private @Nullable Boolean deletePrefix;

    /**
     * Whether buckets and image repositories of the stack lose what they hold before the stack is deleted; it cannot be
     * deleted otherwise. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.emptyBuckets")
    private @Nullable Boolean emptyBuckets;

    /**
     * Logical ids of resources that stay if they cannot be deleted; {@code true} for whatever fails. Default: none, and
     * the goal fails.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.retainResources")
    private @Nullable List<String> retainResources;

    /**
     * Whether termination protection is switched off first. Default: {@code false}, and a protected stack is refused.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.disableTerminationProtection")
    private @Nullable Boolean disableTerminationProtection;

    /**
     * Whether it is a failure that there is no such stack. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.failIfAbsent")
    private @Nullable Boolean failIfAbsent;

    /**
     * Role that CloudFormation takes on to delete the stack. Default: the one it took on for the stack before.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.roleArn")
    private @Nullable String roleArn;

    /**
     * Express mode: the deletion ends before the resources are settled. Default: {@code false}.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.express")
    private @Nullable Boolean express;

    /**
     * How long to wait for the stack, in minutes. Default: 60.
     *
     * @since 1.0
     */
    @Parameter(property = "sam.maxWaitDuration")
    private @Nullable Integer maxWaitDuration;

    /** Made by Maven. */
    @Inject
    public DeleteMojo(SettingsDecrypter settingsDecrypter) {
        super("delete", settingsDecrypter);
    }

    @Override
    void run() {
        RemoveRequest request = request();
        String notice = "Interrupted. If CloudFormation has begun to delete the stack " + request.stackName()
                + ", it goes on by itself; run the goal again to delete its artifacts too.";
        try (Services services = services()) {
            RemoveResult result = new InterruptNotice(notice, System.err)
                    .during(() -> new Removal(services, TerminalPrompt.of(session)).remove(request));
            RemovalLines.of(result).forEach(getLog()::info);
        }
    }

    private RemoveRequest request() {
        String name = options()
                .text("stackName", stackName)
                .orElseThrow(() -> new InvalidOptionException(
                        "no stack is named", "set -Dsam.stackName=NAME, or stack_name in samconfig.toml"));
        return new RemoveRequest(
                name,
                list(name),
                options().text("s3Bucket", s3Bucket),
                options().text("s3Prefix", s3Prefix),
                Retention.of(options().list("retainResources", retainResources)),
                new StackDeletionMode(
                        options().text("roleArn", roleArn), options().flag("express", express, false)),
                new RemoveRequest.Options(
                        options().flag("noPrompts", noPrompts, false),
                        options().flag("disableTerminationProtection", disableTerminationProtection, false),
                        options().flag("failIfAbsent", failIfAbsent, false),
                        options().flag("emptyBuckets", emptyBuckets, false),
                        options().flag("deletePrefix", deletePrefix, false)),
                Duration.ofMinutes(options().number("maxWaitDuration", maxWaitDuration, 60)));
    }

    /** Without a project there is no folder that would be found again. */
    private Path list(String name) {
        Path folder = project.getBasedir() == null
                ? Path.of(System.getProperty("user.home"), ".sam-maven")
                : samFolder().path();
        return folder.resolve("delete-" + name.replaceAll("[^A-Za-z0-9-]", "_") + ".json");
    }
}
