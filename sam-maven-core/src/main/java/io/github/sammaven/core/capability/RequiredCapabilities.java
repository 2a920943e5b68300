package io.github.sammaven.core.capability;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.NearestName;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.stack.StackTree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The capabilities a deployment needs, with the reasons. */
public final class RequiredCapabilities {

    /** Among the capabilities that are given: grant whatever the template needs. */
    public static final String AUTO = "auto";

    private static final int MAX_SHOWN = 20;

    private final List<Need> needs;

    private RequiredCapabilities(List<Need> needs) {
        this.needs = needs.stream().distinct().toList();
    }

    /**
     * What the stacks need together: a nested stack may do only what the root may.
     *
     * @param tree all stacks as they are written
     * @param stacks those of them that could be transformed
     */
    public static RequiredCapabilities of(StackTree tree, List<DeployedStack> stacks) {
        List<DeployedStack> made =
                stacks.stream().filter(stack -> stack.stack().wanted()).toList();
        return new RequiredCapabilities(Stream.concat(
                        made.stream().flatMap(stack -> new IamNeeds(stack).all().stream()),
                        new MacroNeeds(tree, made).all().stream())
                .toList());
    }

    /** Every reason, the resources in the order of the templates. */
    public List<Need> needs() {
        return needs;
    }

    /** The smallest set that suffices: the one for named IAM resources includes that for the others. */
    public Set<Capability> capabilities() {
        Set<Capability> needed = EnumSet.noneOf(Capability.class);
        needs.forEach(need -> needed.add(need.capability()));
        if (needed.contains(Capability.CAPABILITY_NAMED_IAM)) {
            needed.remove(Capability.CAPABILITY_IAM);
        }
        return needed;
    }

    /**
     * What is sent to the service.
     *
     * @param given names, perhaps with {@link #AUTO}
     * @throws InvalidOptionException if a name is unknown or one that is needed is not given, with every resource that
     *     needs it
     */
    public Granted granted(List<String> given) {
        List<Problem> problems = new ArrayList<>(unknown(given));
        List<String> names = given.stream().filter(name -> !name.equals(AUTO)).toList();
        Set<String> granted = new LinkedHashSet<>(names);
        List<String> notes = new ArrayList<>();
        for (Capability capability : capabilities()) {
            if (capability.isGrantedBy(names)) {
                continue;
            }
            if (given.contains(AUTO)) {
                granted.add(capability.name());
                notes.add("Granted " + capability + " (sam.capabilities=auto): " + first(capability));
            } else {
                problems.add(missing(capability, names));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
        return new Granted(List.copyOf(granted), notes);
    }

    /**
     * The outcome.
     *
     * @param capabilities names for the service
     * @param notes a line for each that was added
     */
    public record Granted(List<String> capabilities, List<String> notes) {

        public Granted {
            capabilities = List.copyOf(capabilities);
            notes = List.copyOf(notes);
        }
    }

    private static List<Problem> unknown(List<String> given) {
        List<String> known =
                Stream.concat(Capability.names().stream(), Stream.of(AUTO)).toList();
        return given.stream()
                .filter(name -> !known.contains(name))
                .map(name -> {
                    String near = NearestName.suggestion(name, known);
                    String all = "CloudFormation knows " + String.join(", ", Capability.names());
                    return Problem.error(
                            SourceMark.NONE, "there is no capability '" + name + "'", near.isEmpty() ? all : near);
                })
                .toList();
    }

    private Problem missing(Capability capability, List<String> given) {
        List<Need> reasons = reasons(capability);
        String all = Stream.concat(given.stream(), Stream.of(capability.name())).collect(Collectors.joining(","));
        return Problem.error(
                reasons.get(0).mark(),
                "the template needs " + capability + ", which is not granted",
                listed(reasons) + "\nReview them, then set -Dsam.capabilities=" + all
                        + ", or -Dsam.capabilities=auto to grant what the template needs");
    }

    private static String listed(List<Need> reasons) {
        String shown = reasons.stream().limit(MAX_SHOWN).map(Need::toString).collect(Collectors.joining("\n"));
        return reasons.size() > MAX_SHOWN ? shown + "\nand " + (reasons.size() - MAX_SHOWN) + " more" : shown;
    }

    private String first(Capability capability) {
        List<Need> reasons = reasons(capability);
        return reasons.get(0) + (reasons.size() == 1 ? "" : ", and " + (reasons.size() - 1) + " more");
    }

    /** What asks for exactly this one. */
    private List<Need> reasons(Capability capability) {
        return needs.stream().filter(need -> need.capability() == capability).toList();
    }
}
