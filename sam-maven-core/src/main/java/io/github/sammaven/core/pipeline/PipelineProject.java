package io.github.sammaven.core.pipeline;

import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a pipeline must know of the project.
 *
 * @param name shown by the CI server, {@code orders}
 * @param maven how Maven is called from the root of the project: {@code ./mvnw} or {@code mvn}
 * @param goals what comes before the name of a goal, {@code sam:}
 * @param javaVersion feature release the build needs, such as 17
 * @param branch the branch that is deployed
 * @param packages whether {@code package} is bound in the pom; else the pipeline calls it
 * @param images whether the template has functions that are images
 * @param runtimes Lambda runtimes of the functions
 * @param stages in the order of deployment, at least one
 */
public record PipelineProject(
        String name,
        String maven,
        String goals,
        int javaVersion,
        String branch,
        boolean packages,
        boolean images,
        List<String> runtimes,
        List<PipelineStage> stages) {

    private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern STACK = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d");
    private static final Pattern BRANCH = Pattern.compile("[\\w][\\w./-]*");

    /** @throws InvalidOptionException with everything that could not stand in a file of a CI server */
    public PipelineProject {
        runtimes = List.copyOf(runtimes);
        stages = List.copyOf(stages);
        List<Problem> problems = new ArrayList<>();
        if (!BRANCH.matcher(branch).matches()) {
            problems.add(error("'" + branch + "' cannot be the branch", "use letters, digits and ./-_"));
        }
        if (stages.isEmpty()) {
            problems.add(error("there is no stage to deploy to", "name one: -Dsam.stages=dev,prod"));
        }
        if (stages.stream().map(PipelineStage::name).distinct().count() < stages.size()) {
            problems.add(error("two stages have one name", "give each its own"));
        }
        if (stages.stream()
                        .map(stage -> stage.region() + "/" + stage.stackName())
                        .distinct()
                        .count()
                < stages.size()) {
            problems.add(error(
                    "two stages have one stack in one region",
                    "leave sam.stackName to the stages, or give each an environment in samconfig.toml"));
        }
        if (stages.stream().map(PipelineStage::region).distinct().count() > 1) {
            problems.add(error(
                    "the stages are in several regions, and Lambda takes code only from a bucket of its own region",
                    "write one pipeline for each region"));
        }
        stages.forEach(stage -> problems.addAll(problemsOf(stage)));
        if (!problems.isEmpty()) {
            throw new InvalidOptionException(problems);
        }
    }

    private static List<Problem> problemsOf(PipelineStage stage) {
        List<Problem> problems = new ArrayList<>();
        if (!STAGE.matcher(stage.name()).matches()) {
            problems.add(error(
                    "'" + stage.name() + "' cannot be a stage",
                    "use small letters, digits and hyphens, a letter first, at most 31 characters"));
        }
        if (stage.name().equals("verify")) {
            problems.add(error("a stage cannot be called verify, as the build before all stages is", "call it test"));
        }
        if (!STACK.matcher(stage.stackName()).matches()) {
            problems.add(error(
                    "'" + stage.stackName() + "' cannot be the name of a stack",
                    "use letters, digits and hyphens, and start with a letter"));
        }
        if (!REGION.matcher(stage.region()).matches()) {
            problems.add(error("'" + stage.region() + "' is no region", "write it like eu-central-1"));
        }
        return problems;
    }

    private static Problem error(String message, String suggestion) {
        return Problem.error(SourceMark.NONE, message, suggestion);
    }

    /** Where everything happens. */
    String region() {
        return stages.get(0).region();
    }

    List<Toolchain> toolchains() {
        return Toolchain.of(runtimes);
    }
}
