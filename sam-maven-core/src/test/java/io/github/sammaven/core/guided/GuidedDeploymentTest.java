package io.github.sammaven.core.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sammaven.core.capability.DeployedStack;
import io.github.sammaven.core.capability.RequiredCapabilities;
import io.github.sammaven.core.config.SavedValue;
import io.github.sammaven.core.endpoint.OpenEndpoint;
import io.github.sammaven.core.problem.InvalidOptionException;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.CannedAnswers;
import io.github.sammaven.core.report.Prompt;
import io.github.sammaven.core.stack.StackTree;
import io.github.sammaven.core.template.LocalValues;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import io.github.sammaven.core.template.TemplateResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuidedDeploymentTest {

    private static final Template TEMPLATE = new TemplateReader().parse("""
                    Parameters:
                      Stage: {Type: String, AllowedValues: [dev, prod], Default: dev}
                      Password: {Type: String, NoEcho: true, MinLength: 8}
                      Size: {Type: Number}
                    Resources:
                      OrdersRole: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}}}
                    """, Path.of("template.yaml"), "template.yaml");

    private static final Template PLAIN = new TemplateReader()
            .parse("Resources:\n  T: {Type: AWS::SNS::Topic}\n", Path.of("template.yaml"), "template.yaml");

    private static final OpenEndpoint OPEN = new OpenEndpoint(
            "OrdersFunction", new SourceMark("template.yaml", 9, 3), List.of("GET /orders of OrdersApi"));

    private final List<String> told = new ArrayList<>();

    private GuidedAnswers ask(Prompt prompt, GuidedDefaults defaults, Template template, OpenEndpoint... open) {
        StackTree tree = StackTree.ofRoot(template, new TemplateResolver(template, LocalValues.defaults()));
        RequiredCapabilities required =
                RequiredCapabilities.of(tree, List.of(new DeployedStack(tree.root(), template)));
        return ask(prompt, defaults, template, new GuidedNeeds(required, List.of(open), List.of(), List.of()));
    }

    private GuidedAnswers ask(Prompt prompt, GuidedDefaults defaults, Template template, GuidedNeeds needs) {
        return new GuidedDeployment(prompt, told::add).ask(defaults, template, (region, parameters) -> needs);
    }

    private static GuidedDefaults defaults(Map<String, String> parameters) {
        return new GuidedDefaults(
                Optional.empty(),
                Optional.of("eu-central-1"),
                Optional.empty(),
                parameters,
                false,
                List.of(),
                false,
                Artifacts.in(Optional.empty()),
                "samconfig.toml",
                "default");
    }

    @Test
    void wholeDialogueEndsInAnswers() {
        CannedAnswers person =
                new CannedAnswers("orders-prod", "", "prod", "s3cret-word", "3", "y", "", "", "y", "", "", "");
        GuidedAnswers answers = ask(person, defaults(Map.of()), TEMPLATE, OPEN);

        assertThat(person.transcript())
                .containsExactly(
                        "Stack name [sam-app]: orders-prod",
                        "AWS region [eu-central-1]: ",
                        "Parameter Stage [dev]: prod",
                        "Parameter Password: ***********",
                        "Parameter Size: 3",
                        "Confirm changes before they are made (y/n) [n]: y",
                        "Allow this (y/n) [y]: ",
                        "Keep resources as they are when one of them fails (y/n) [n]: ",
                        "OrdersFunction has no authentication. Is this okay? (y/n) [n]: y",
                        "Save the answers (y/n) [y]: ",
                        "Configuration file [samconfig.toml]: ",
                        "Environment [default]: ");
        assertThat(told)
                .containsExactly(
                        "The template needs CAPABILITY_IAM:",
                        "  OrdersRole (template.yaml:6:3) is an IAM resource (AWS::IAM::Role)");
        assertThat(answers.parameters())
                .containsExactly(
                        Map.entry("Stage", "prod"), Map.entry("Password", "s3cret-word"), Map.entry("Size", "3"));
        assertThat(answers.save()).contains(new GuidedAnswers.Place("samconfig.toml", "default"));
        assertThat(answers.saved())
                .containsExactly(
                        Map.entry("stack_name", new SavedValue.Text("orders-prod")),
                        Map.entry("resolve_s3", new SavedValue.Flag(true)),
                        Map.entry("s3_prefix", new SavedValue.Text("orders-prod")),
                        Map.entry("region", new SavedValue.Text("eu-central-1")),
                        Map.entry("confirm_changeset", new SavedValue.Flag(true)),
                        Map.entry("capabilities", new SavedValue.Text("CAPABILITY_IAM")),
                        Map.entry("parameter_overrides", new SavedValue.Pairs(Map.of("Stage", "prod", "Size", "3"))));
        assertThat(answers.toString() + answers.saved()).doesNotContain("s3cret");
    }

    @Test
    void enterTakesWhatIsKnown() {
        CannedAnswers person = new CannedAnswers("", "", "", "", "", "", "", "", "n");
        GuidedAnswers answers =
                ask(person, defaults(Map.of("Stage", "prod", "Password", "known-word", "Size", "2")), TEMPLATE);

        assertThat(answers.stackName()).isEqualTo("sam-app");
        assertThat(answers.parameters())
                .containsExactly(
                        Map.entry("Stage", "prod"), Map.entry("Password", "known-word"), Map.entry("Size", "2"));
        assertThat(answers.save()).isEmpty();
        assertThat(person.unused()).isEmpty();
    }

    @Test
    void answerThatCannotWorkIsAskedForAgain() {
        CannedAnswers person = new CannedAnswers(
                "1st", "ok", "", "tset", "dev", "short", "long-enough", "x", "1", "maybe", "n", "", "", "n");
        ask(person, defaults(Map.of()), TEMPLATE);

        assertThat(told)
                .contains(
                        "use at most 128 letters, digits and hyphens, and start with a letter",
                        "the value 'tset' of parameter Stage is none of the AllowedValues dev, prod",
                        "the value of parameter Password is shorter than MinLength 8",
                        "the value 'x' of parameter Size is not a number",
                        "answer y or n")
                .noneMatch(line -> line.contains("short\""));
    }

    @Test
    void endOfTheInputEndsTheQuestions() {
        CannedAnswers person = new CannedAnswers("", "", "", "", "", "");

        assertThatThrownBy(() -> ask(person, defaults(Map.of()), TEMPLATE))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("'Parameter Password' got no answer that can be used");
    }

    @Test
    void whoRefusesACapabilityNamesOthersThatSuffice() {
        CannedAnswers person = new CannedAnswers(
                "", "", "", "long-enough", "1", "", "n", "CAPABILITY_AUTO_EXPAND", "CAPABILITY_NAMED_IAM", "", "n");
        GuidedAnswers answers = ask(person, defaults(Map.of()), TEMPLATE);

        assertThat(answers.capabilities()).containsExactly("CAPABILITY_NAMED_IAM");
        assertThat(told)
                .contains("the template needs CAPABILITY_IAM, which is not granted."
                        + " Ctrl-C leaves, and nothing is deployed then");
        assertThat(person.transcript()).contains("Capabilities: CAPABILITY_NAMED_IAM");
    }

    @Test
    void whoGrantsNothingThatSufficesDeploysNothing() {
        CannedAnswers person = new CannedAnswers(
                "", "", "", "long-enough", "1", "", "n", "", "CAPABILITY_IAN", "CAPABILITY_AUTO_EXPAND");

        assertThatThrownBy(() -> ask(person, defaults(Map.of()), TEMPLATE))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("'Capabilities' got no answer that can be used")
                .hasMessageContaining("nothing was deployed and nothing saved");
        assertThat(told).anyMatch(line -> line.contains("there is no capability 'CAPABILITY_IAN'"));
    }

    private static GuidedNeeds artifacts(List<String> signable, List<String> images) {
        StackTree tree = StackTree.ofRoot(PLAIN, new TemplateResolver(PLAIN, LocalValues.defaults()));
        return new GuidedNeeds(RequiredCapabilities.of(tree, List.of()), List.of(), signable, images);
    }

    @Test
    void profilesAreAskedForWhereCodeIsToBeSigned() {
        CannedAnswers person = new CannedAnswers("", "", "", "", "", "x:y", "orders:123456789012", "layers", "n");
        GuidedAnswers answers =
                ask(person, defaults(Map.of()), PLAIN, artifacts(List.of("Orders", "Libraries"), List.of()));

        assertThat(told)
                .contains("The template has a code signing configuration", "write Profile or Profile:OwnerAccount");
        assertThat(answers.saved())
                .containsEntry("signing_profiles", new SavedValue.Text("Orders=orders:123456789012 Libraries=layers"));
    }

    @Test
    void repositoriesOfImagesAreMadeUnlessTheyAreNamed() {
        String uri = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/orders";
        GuidedNeeds needs = artifacts(List.of(), List.of("Orders"));

        assertThat(ask(new CannedAnswers("", "", "", "", "", "n"), defaults(Map.of()), PLAIN, needs)
                        .saved())
                .containsEntry("resolve_image_repos", new SavedValue.Flag(true))
                .doesNotContainKey("image_repositories");
        assertThat(ask(new CannedAnswers("", "", "", "", "n", "orders", uri, "n"), defaults(Map.of()), PLAIN, needs)
                        .saved())
                .containsEntry("image_repositories", new SavedValue.Items(List.of("Orders=" + uri)))
                .doesNotContainKey("resolve_image_repos");
    }

    @Test
    void bucketThatIsNamedIsSavedInsteadOfTheManagedOne() {
        GuidedDefaults named = new GuidedDefaults(
                Optional.of("orders"),
                Optional.empty(),
                Optional.of("dev"),
                Map.of(),
                false,
                List.of(),
                false,
                Artifacts.in(Optional.of("archives")),
                "samconfig.toml",
                "default");

        assertThat(ask(new CannedAnswers("", "", "", "", "n"), named, PLAIN).saved())
                .containsEntry("s3_bucket", new SavedValue.Text("archives"))
                .containsEntry("region", new SavedValue.Text("us-east-1"))
                .containsEntry("profile", new SavedValue.Text("dev"))
                .doesNotContainKey("resolve_s3");
    }

    @Test
    void openFunctionThatIsNotOkayStopsTheDeployment() {
        CannedAnswers person = new CannedAnswers("", "", "", "", "");

        assertThatThrownBy(() -> ask(person, defaults(Map.of()), PLAIN, OPEN))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("template.yaml:9:3: OrdersFunction has no authentication\n"
                        + "    Anybody may call it: GET /orders of OrdersApi\n"
                        + "    Give it an authorizer; nothing was deployed and nothing saved");
    }

    @Test
    void nobodyIsAskedWithoutATerminal() {
        assertThatThrownBy(() -> ask(Prompt.NOBODY, defaults(Map.of()), PLAIN))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("a guided deployment needs a terminal");
    }

    @Test
    void summaryHidesSecrets() {
        DeploymentSummary summary = new DeploymentSummary(
                "orders",
                Optional.of("eu-central-1"),
                Optional.of("artifacts"),
                List.of("CAPABILITY_IAM"),
                true,
                false,
                DeploymentSummary.overrides(TEMPLATE, new TreeMap<>(Map.of("Password", "s3cret", "Stage", "dev"))));

        assertThat(summary.lines())
                .containsExactly(
                        "Stack orders (eu-central-1)  bucket artifacts  changes are confirmed",
                        "  capabilities  CAPABILITY_IAM",
                        "  parameters    Password=*****  Stage=dev");
    }
}
