package io.github.sammaven.core.capability;

import io.github.sammaven.core.stack.RemoteStack;
import io.github.sammaven.core.stack.StackTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Nested stacks with macros. A change set itself needs nothing for the macros of its own template, SAM's included: "This
 * capability doesn't apply to creating change sets" (CloudFormation API, CreateChangeSet, {@code CAPABILITY_AUTO_EXPAND}).
 * Stacks that are nested in it are made from their templates without a change set that was looked at, so the macros in
 * them need it, and so do nested applications (SAM developer guide, nested applications). Of a nested stack whose
 * template is elsewhere nothing is known, and nothing is asked for it.
 */
final class MacroNeeds {

    private static final String APPLICATION = "AWS::Serverless::Application";

    private final StackTree tree;
    private final List<DeployedStack> stacks;

    MacroNeeds(StackTree tree, List<DeployedStack> stacks) {
        this.tree = tree;
        this.stacks = stacks;
    }

    List<Need> all() {
        List<Need> needs = new ArrayList<>();
        for (DeployedStack deployed : stacks) {
            String path = deployed.stack().path();
            if (!path.isEmpty() && deployed.hasMacro()) {
                needs.add(need(path, "is a nested stack with a macro in its template"));
            }
        }
        for (RemoteStack remote : tree.remote()) {
            if (isApplication(remote.path())) {
                needs.add(need(remote.path(), "is a nested application"));
            }
        }
        return needs;
    }

    private boolean isApplication(String path) {
        return tree.stack(parent(path))
                .flatMap(stack -> stack.template().resource(name(path)))
                .flatMap(resource -> resource.text("Type"))
                .filter(APPLICATION::equals)
                .isPresent();
    }

    private Need need(String path, String reason) {
        var mark = tree.stack(parent(path)).orElseThrow().template().resourceMark(name(path));
        return new Need(Capability.CAPABILITY_AUTO_EXPAND, path, mark, reason);
    }

    private static String parent(String path) {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
