package io.github.sammaven.core.guided;

import io.github.sammaven.core.capability.Capability;
import io.github.sammaven.core.capability.Need;
import io.github.sammaven.core.capability.RequiredCapabilities;
import io.github.sammaven.core.config.Origin;
import io.github.sammaven.core.config.Setting;
import io.github.sammaven.core.endpoint.OpenEndpoint;
import io.github.sammaven.core.parameter.ParameterCheck;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.template.ParameterDeclaration;
import io.github.sammaven.core.template.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks for everything a first deployment needs, in the order of {@code sam deploy --guided}. An answer that cannot work
 * is refused at once and asked for again.
 */
public final class GuidedDeployment {

    private static final String DEFAULT_STACK = "sam-app";
    private static final String DEFAULT_REGION = "us-east-1";
    private static final Pattern STACK_NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");

    /** AWS General Reference, Regional endpoints: partition or continent, place, number. */
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d+");

    private final Questions questions;
    private final boolean interactive;

    /** @param lines shows what is told between the questions */
    public GuidedDeployment(Prompt prompt, Consumer<String> lines) {
        this.questions = new Questions(prompt, lines);
        this.interactive = prompt.interactive();
    }

    /**
     * @param template whose parameters are asked for
     * @param needs what follows from a region and the values of the parameters
     * @throws InvalidOptionException if nobody can answer, an answer cannot be used, or an open function is refused
     */
    public GuidedAnswers ask(
            GuidedDefaults defaults, Template template, BiFunction<String, Map<String, String>, GuidedNeeds> needs) {
        if (!interactive) {
            throw new InvalidOptionException(
                    "a guided deployment needs a terminal, and nobody can be asked here",
                    "run it on a terminal and without -B, or leave out -Dsam.guided and give the options");
        }
        String stackName = questions.text(
                "Stack name",
                Optional.of(defaults.stackName().orElse(DEFAULT_STACK)),
                name -> STACK_NAME.matcher(name).matches()
                        ? Optional.empty()
                        : Optional.of("use at most 128 letters, digits and hyphens, and start with a letter"));
        String region = questions.text(
                "AWS region",
                Optional.of(defaults.region().orElse(DEFAULT_REGION)),
                name -> REGION.matcher(name).matches() ? Optional.empty() : Optional.of("write it like eu-central-1"));
        Map<String, String> parameters = new LinkedHashMap<>();
        Set<String> secrets = new LinkedHashSet<>();
        ParameterDeclaration.of(template).values().forEach(declaration -> {
            if (declaration.isSecret()) {
                secrets.add(declaration.name());
            }
            parameter(template, declaration, defaults).ifPresent(value -> parameters.put(declaration.name(), value));
        });
        boolean confirm = questions.yes("Confirm changes before they are made", defaults.confirmChangeset());
        GuidedNeeds found = needs.apply(region, parameters);
        List<String> capabilities = capabilities(found.capabilities(), defaults.capabilities());
        boolean disableRollback =
                questions.yes("Keep resources as they are when one of them fails", defaults.disableRollback());
        found.open().forEach(this::accept);
        Artifacts artifacts = artifacts(defaults.artifacts(), found);
        return new GuidedAnswers(
                stackName,
                region,
                defaults.profile(),
                parameters,
                secrets,
                confirm,
                capabilities,
                disableRollback,
                artifacts,
                place(defaults));
    }

    private Optional<String> parameter(Template template, ParameterDeclaration declaration, GuidedDefaults defaults) {
        String name = declaration.name();
        Optional<String> given = Optional.ofNullable(defaults.parameters().get(name));
        String question = "Parameter " + name;
        if (declaration.isSecret()) {
            return questions
                    .secret(
                            question,
                            given.isPresent() || declaration.hasDefault(),
                            value -> wrong(template, name, value))
                    .or(() -> given);
        }
        Optional<String> otherwise = given.or(() -> declaration.body().text("Default"));
        return Optional.of(questions.text(question, otherwise, value -> wrong(template, name, value)));
    }

    private static Optional<String> wrong(Template template, String name, String value) {
        Setting<String> setting = new Setting<>(value, Origin.of(""));
        return new ParameterCheck(template, Map.of(name, setting))
                .problems().stream()
                        .filter(Problem::isError)
                        .map(Questions::shown)
                        .findFirst();
    }

    private List<String> capabilities(RequiredCapabilities required, List<String> given) {
        if (required.capabilities().isEmpty()) {
            return given;
        }
        questions.tell("The template needs " + names(required) + ":");
        required.needs().stream().map(Need::toString).forEach(line -> questions.tell("  " + line));
        if (questions.yes("Allow this", true)) {
            Set<String> all = new LinkedHashSet<>(given);
            all.remove(RequiredCapabilities.AUTO);
            all.addAll(required.capabilities().stream().map(Capability::name).toList());
            return List.copyOf(all);
        }
        String others = questions.text(
                "Capabilities",
                Optional.of(String.join(" ", given)).filter(text -> !text.isBlank()),
                text -> missing(required, text));
        return required.granted(words(others)).capabilities();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("[\\s,]+"));
    }

    /** What is still not granted, or no capability at all. */
    private static Optional<String> missing(RequiredCapabilities required, String text) {
        try {
            required.granted(words(text));
            return Optional.empty();
        } catch (InvalidOptionException refused) {
            return Optional.of(refused.problems().stream().map(Problem::message).collect(Collectors.joining("; "))
                    + ". Ctrl-C leaves, and nothing is deployed then");
        }
    }

    private static String names(RequiredCapabilities required) {
        return String.join(
                ", ", required.capabilities().stream().map(Capability::name).toList());
    }

    private Artifacts artifacts(Artifacts known, GuidedNeeds found) {
        ArtifactQuestions asking = new ArtifactQuestions(questions, known);
        Map<String, String> profiles = asking.signingProfiles(found.signable());
        boolean made = asking.resolveImageRepos(found.images());
        return new Artifacts(
                known.bucket(),
                known.prefix(),
                profiles,
                made,
                made ? known.imageRepositories() : asking.imageRepositories(found.images()));
    }

    private void accept(OpenEndpoint endpoint) {
        if (!questions.yes(endpoint.sentence() + " Is this okay?", false)) {
            throw new InvalidOptionException(List.of(Problem.error(
                    endpoint.mark(),
                    endpoint.sentence().replaceFirst("\\.$", ""),
                    endpoint.warning().suggestion()
                            + "\nGive it an authorizer; nothing was deployed and nothing saved")));
        }
    }

    private Optional<GuidedAnswers.Place> place(GuidedDefaults defaults) {
        if (!questions.yes("Save the answers", true)) {
            return Optional.empty();
        }
        String file = questions.text(
                "Configuration file",
                Optional.of(defaults.configFile()),
                name -> name.matches(".+\\.(toml|ya?ml)") ? Optional.empty() : Optional.of("use .toml, .yaml or .yml"));
        String environment = questions.text(
                "Environment",
                Optional.of(defaults.configEnv()),
                name -> name.matches("[A-Za-z0-9_-]+") ? Optional.empty() : Optional.of("use letters and digits"));
        return Optional.of(new GuidedAnswers.Place(file, environment));
    }
}
