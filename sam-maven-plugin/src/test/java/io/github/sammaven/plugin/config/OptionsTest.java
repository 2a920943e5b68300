package io.github.sammaven.plugin.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sammaven.core.problem.InvalidOptionException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of sources of {@code -Dsam.x} down to the default, for every type, and what is told of it. */
class OptionsTest {

    @TempDir
    private Path basedir;

    private OptionSources sources;

    @BeforeEach
    void noSource() {
        sources = new OptionSources(basedir);
    }

    /**
     * A place for a value.
     *
     * @param name for the test's name
     * @param fill gives it the value
     * @param injected what Maven then puts into the goal, unless a stronger place does
     */
    private record Level<T>(
            String name,
            UnaryOperator<OptionSources> fill,
            @Nullable T injected) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A type of option, with its places from the strongest to the weakest.
     *
     * @param read asks for the option, given what Maven has injected
     * @param expected the value of each level, the default last
     */
    private record Kind<T>(
            String name, List<Level<T>> levels, BiFunction<Options, @Nullable T, Object> read, List<Object> expected) {}

    private static Kind<?> text() {
        return new Kind<>(
                "text",
                List.of(
                        new Level<>("-D", all -> all.commandLine("sam.region", "of-line"), "of-line"),
                        new Level<>("AWS_REGION", all -> all.environment("AWS_REGION", "of-aws"), null),
                        new Level<>("AWS_DEFAULT_REGION", all -> all.environment("AWS_DEFAULT_REGION", "of-env"), null),
                        new Level<>("pom", all -> all.inPom("region"), "of-pom"),
                        new Level<>("property", all -> all.projectProperty("sam.region", "of-property"), "of-property"),
                        new Level<>("command", all -> all.commandTable("region = 'of-command'"), null),
                        new Level<>("global", all -> all.globalTable("region = 'of-global'"), null)),
                (options, injected) -> options.text("region", injected).orElse("otherwise"),
                List.of(
                        "of-line",
                        "of-aws",
                        "of-env",
                        "of-pom",
                        "of-property",
                        "of-command",
                        "of-global",
                        "otherwise"));
    }

    /** With two values only, neighbours differ. */
    private static Kind<?> flag() {
        return new Kind<>(
                "flag",
                List.of(
                        new Level<>("-D", all -> all.commandLine("sam.disableRollback", "true"), true),
                        new Level<>("pom", all -> all.inPom("disableRollback"), false),
                        new Level<>("property", all -> all.projectProperty("sam.disableRollback", "yes"), false),
                        new Level<>("command", all -> all.commandTable("disable_rollback = false"), null),
                        new Level<>("global", all -> all.globalTable("disable_rollback = true"), null)),
                (options, injected) -> options.flag("disableRollback", injected, false),
                List.of(true, false, true, false, true, false));
    }

    private static Kind<?> number() {
        return new Kind<>(
                "number",
                List.of(
                        new Level<>("-D", all -> all.commandLine("sam.maxWaitDuration", "1"), 1),
                        new Level<>("pom", all -> all.inPom("maxWaitDuration"), 2),
                        new Level<>("property", all -> all.projectProperty("sam.maxWaitDuration", " 3 "), 3),
                        new Level<>("command", all -> all.commandTable("max_wait_duration = 4"), null),
                        new Level<>("global", all -> all.globalTable("max_wait_duration = 5"), null)),
                (options, injected) -> options.number("maxWaitDuration", injected, 6),
                List.of(1, 2, 3, 4, 5, 6));
    }

    /** Maven splits the text of a property at commas only. */
    private static Kind<?> list() {
        return new Kind<>(
                "list",
                List.of(
                        new Level<>("-D", all -> all.commandLine("sam.capabilities", "A B"), List.of("A B")),
                        new Level<>("pom", all -> all.inPom("capabilities"), List.of("C")),
                        new Level<>(
                                "property",
                                all -> all.projectProperty("sam.capabilities", "D, E F"),
                                List.of("D", "E F")),
                        new Level<>("command", all -> all.commandTable("capabilities = 'G H'"), null),
                        new Level<>("global", all -> all.globalTable("capabilities = ['I']"), null)),
                (options, injected) -> options.list("capabilities", injected),
                List.of(
                        List.of("A", "B"),
                        List.of("C"),
                        List.of("D", "E", "F"),
                        List.of("G", "H"),
                        List.of("I"),
                        List.of()));
    }

    private static Kind<?> path() {
        return new Kind<>(
                "path",
                List.of(
                        new Level<>("-D", all -> all.commandLine("sam.templateFile", "line"), Path.of("line")),
                        new Level<>("SAM_TEMPLATE_FILE", all -> all.environment("SAM_TEMPLATE_FILE", "variable"), null),
                        new Level<>("pom", all -> all.inPom("templateFile"), Path.of("pom")),
                        new Level<>(
                                "property",
                                all -> all.projectProperty("sam.templateFile", "property"),
                                Path.of("property")),
                        new Level<>("command", all -> all.commandTable("template_file = 'command'"), null),
                        new Level<>("global", all -> all.globalTable("template_file = 'global'"), null)),
                (options, injected) -> options.path("templateFile", injected)
                        .map(path -> path.getFileName().toString())
                        .orElse("none"),
                List.of("line", "variable", "pom", "property", "command", "global", "none"));
    }

    static Stream<Arguments> levels() {
        return Stream.of(text(), flag(), number(), list(), path())
                .flatMap(kind -> IntStream.rangeClosed(0, kind.levels().size())
                        .mapToObj(strongest -> arguments(kind.name(), levelName(kind, strongest), kind, strongest)));
    }

    private static String levelName(Kind<?> kind, int level) {
        return level == kind.levels().size()
                ? "default"
                : kind.levels().get(level).name();
    }

    /** All places from {@code strongest} down have a value, as if those above were never given. */
    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("levels")
    <T> void strongestPlaceWinsOverAllBelow(String type, String place, Kind<T> kind, int strongest) {
        assertThat(read(kind, kind.levels().subList(strongest, kind.levels().size())))
                .isEqualTo(kind.expected().get(strongest));
    }

    static Stream<Arguments> neighbours() {
        return Stream.of(text(), flag(), number(), list(), path())
                .flatMap(kind -> IntStream.range(0, kind.levels().size() - 1)
                        .mapToObj(upper -> arguments(
                                kind.name(), levelName(kind, upper), levelName(kind, upper + 1), kind, upper)));
    }

    @ParameterizedTest(name = "{0}: {1} over {2}")
    @MethodSource("neighbours")
    <T> void upperPlaceWinsWhenItsNeighbourHasAnotherValue(
            String type, String above, String below, Kind<T> kind, int upper) {
        assertThat(read(kind, kind.levels().subList(upper, upper + 2)))
                .isEqualTo(kind.expected().get(upper));
    }

    /** As Maven does it: the pom's literal, or else the user property, or else the project's. */
    private <T> Object read(Kind<T> kind, List<Level<T>> given) {
        given.forEach(level -> level.fill().apply(sources));
        T injected = Stream.concat(given.stream().filter(level -> level.name().equals("pom")), given.stream())
                .map(Level::injected)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
        return kind.read().apply(sources.options(), injected);
    }

    @Test
    void answerOfAPersonWinsOverEverything() {
        Options options = sources.commandLine("sam.region", "of-line")
                .commandLine("sam.parameter.Stage", "of-line")
                .commandLine("sam.parameter.Size", "3")
                .options()
                .answered(Map.of("sam.region", "of-answer", "sam.parameter.Stage", "of-answer"));

        assertThat(options.text("region", null)).contains("of-answer");
        assertThat(options.map("parameterOverrides", "parameter", null))
                .containsOnly(Map.entry("Stage", "of-answer"), Map.entry("Size", "3"));
        assertThat(sources.origins()).noneMatch(line -> line.contains("Stage") && line.contains("of-answer"));
    }

    @Test
    void propertyOfMavensOwnJvmCountsWhenNoOtherPlaceHasAValue() {
        Options options = sources.globalTable("stack_name = 'below'").options();

        assertThat(options.text("stackName", "of-MAVEN_OPTS")).contains("of-MAVEN_OPTS");
        assertThat(sources.origins()).containsExactly("stackName: of-MAVEN_OPTS from property sam.stackName");
    }

    @Test
    void blankTextOnTheCommandLineIsNoValue() {
        Options options = sources.commandLine("sam.stackName", " ")
                .globalTable("stack_name = 'below'")
                .options();

        assertThat(options.text("stackName", " ")).contains("below");
    }

    @Test
    void blankFlagOnTheCommandLineIsNoValueThoughMavenMakesItFalse() {
        Options options = sources.commandLine("sam.disableRollback", "")
                .globalTable("disable_rollback = true")
                .options();

        assertThat(options.flag("disableRollback", false, false)).isTrue();
    }

    @Test
    void blankVariableIsNoValue() {
        Options options = sources.environment("AWS_REGION", "").inPom("region").options();

        assertThat(options.text("region", "of-pom")).contains("of-pom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void flagIsOnForEachWordThatMeansYes(String word) {
        Options options = sources.commandLine("sam.disableRollback", word).options();

        assertThat(options.flag("disableRollback", false, false)).isTrue();
    }

    @Test
    void relativePathsCountFromTheModule() {
        Options options =
                sources.commandLine("sam.templateFile", "a/../b/t.yaml").options();

        assertThat(options.path("templateFile", null)).contains(basedir.resolve("b/t.yaml"));
    }

    @Test
    void absolutePathStays() {
        Path elsewhere = basedir.resolveSibling("elsewhere.yaml").toAbsolutePath();
        Options options = sources.inPom("templateFile").options();

        assertThat(options.path("templateFile", elsewhere)).contains(elsewhere);
    }

    @Test
    void emptyListInThePomGivesWayToTheFile() {
        Options options =
                sources.inPom("capabilities").globalTable("capabilities = 'A'").options();

        assertThat(options.list("capabilities", List.of())).containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource({
        "sam.disableRollback, perhaps, -Dsam.disableRollback needs true or false",
        "sam.maxWaitDuration, soon, -Dsam.maxWaitDuration needs a whole number",
    })
    void badValueOnTheCommandLineIsNamedWithItsOrigin(String property, String value, String message) {
        Options options = sources.commandLine(property, value).options();

        assertThatThrownBy(() -> {
                    options.flag("disableRollback", null, false);
                    options.number("maxWaitDuration", null, 60);
                })
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining(message);
    }

    private enum Colour {
        DARK_RED,
        GREEN
    }

    @ParameterizedTest
    @CsvSource({"dark-red, DARK_RED", "Green, GREEN", "' green ', GREEN"})
    void choiceIsOneOfTheWords(String word, Colour colour) {
        assertThat(sources.commandLine("sam.colour", word).options().choice("colour", null, Colour.GREEN))
                .isEqualTo(colour);
    }

    @Test
    void choiceIsTheDefaultWhenNoPlaceHasIt() {
        assertThat(sources.options().choice("colour", null, Colour.GREEN)).isEqualTo(Colour.GREEN);
    }

    @Test
    void wordThatIsNoChoiceIsRefusedWithItsOriginAndAllChoices() {
        Options options = sources.inPom("colour").options();

        assertThatThrownBy(() -> options.choice("colour", "blue", Colour.GREEN))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("<colour> in the pom is 'blue'")
                .hasMessageContaining("it can be one of: dark-red, green");
    }

    @Test
    void badValueOfAProjectPropertyIsNamedWithItsOrigin() {
        Options options =
                sources.projectProperty("sam.disableRollback", "perhaps").options();

        assertThatThrownBy(() -> options.flag("disableRollback", false, false))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("project property sam.disableRollback needs true or false, this is 'perhaps'");
    }

    @Test
    void badValueOfTheFileIsNamedWithItsPlace() {
        Options options = sources.commandTable("max_wait_duration = 'soon'").options();

        assertThatThrownBy(() -> options.number("maxWaitDuration", null, 60))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("samconfig.toml:3:1: max_wait_duration");
    }

    @Test
    void originOfEachValueIsTold() {
        Options options = sources.commandLine("sam.stackName", "s")
                .environment("AWS_REGION", "p")
                .inPom("roleArn")
                .projectProperty("sam.s3Bucket", "b")
                .commandTable("s3_prefix = 'x'")
                .options();
        options.text("stackName", "s");
        options.text("region", null);
        options.text("roleArn", "r");
        options.text("s3Bucket", "b");
        options.text("s3Prefix", null);
        options.text("kmsKeyId", null);

        assertThat(sources.origins())
                .containsExactly(
                        "stackName: s from -Dsam.stackName",
                        "region: p from AWS_REGION",
                        "roleArn: r from <roleArn> in the pom",
                        "s3Bucket: b from project property sam.s3Bucket",
                        "s3Prefix: x from samconfig.toml:3:1");
    }

    @Test
    void mapsAreMergedKeyByKeyFromTheFileUpToTheCommandLine() {
        assertThat(parameters(everyMap()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "A", "file",
                        "B", "property",
                        "C", "single property",
                        "D", "pom",
                        "E", "line",
                        "F", "single"));
    }

    @Test
    void strongestMapReplacesTheOthersWithoutMerging() {
        everyMap().commandLine("sam.mergeOverrides", "false");

        assertThat(parameters(sources)).containsExactlyInAnyOrderEntriesOf(Map.of("E", "line", "F", "single"));
    }

    @Test
    void singleKeysAreMergedOverTheFileAlsoWithoutMerging() {
        sources.commandTable("parameter_overrides = 'A=file B=file'")
                .commandLine("sam.parameter.B", "single")
                .projectProperty("sam.mergeOverrides", "false");

        assertThat(sources.options().map("parameterOverrides", "parameter", null))
                .containsExactlyInAnyOrderEntriesOf(Map.of("A", "file", "B", "single"));
    }

    @Test
    void mergingIsNeitherYesNorNoWhenItsValueIsBad() {
        Options options = sources.commandLine("sam.mergeOverrides", "perhaps").options();

        assertThatThrownBy(() -> options.map("tags", "tag", null))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.mergeOverrides needs true or false");
    }

    /** Each place gives its own key and those of all stronger places. */
    private OptionSources everyMap() {
        return sources.commandTable("parameter_overrides = 'A=file B=file C=file D=file E=file F=file'")
                .projectProperty("sam.parameterOverrides", "B=property C=property D=property E=property F=property")
                .projectProperty("sam.parameter.C", "single property")
                .commandLine("sam.parameterOverrides", "E=line F=line")
                .commandLine("sam.parameter.F", "single");
    }

    private static Map<String, String> parameters(OptionSources sources) {
        return sources.options().map("parameterOverrides", "parameter", Map.of("D", "pom", "E", "pom", "F", "pom"));
    }

    @Test
    void valuesOfMapsAreNotTold() {
        sources.commandTable("parameter_overrides = 'A=hush'")
                .projectProperty("sam.parameterOverrides", "B=hush")
                .commandLine("sam.parameterOverrides", "D=hush")
                .commandLine("sam.parameter.E", "hush");
        sources.options().map("parameterOverrides", "parameter", Map.of("C", "hush"));

        assertThat(sources.origins())
                .containsExactly(
                        "parameterOverrides: [A] from samconfig.toml:3:1",
                        "parameterOverrides: [B] from project property sam.parameterOverrides",
                        "parameterOverrides: [C] from <parameterOverrides> in the pom",
                        "parameterOverrides: [D] from -Dsam.parameterOverrides",
                        "parameterOverrides: [E] from -Dsam.parameter.E");
    }

    @Test
    void badMapIsRefusedWithItsOriginAndWithoutItsText() {
        Options options =
                sources.commandLine("sam.parameterOverrides", "hush hush").options();

        assertThatThrownBy(() -> options.map("parameterOverrides", "parameter", null))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("-Dsam.parameterOverrides")
                .hasMessageNotContaining("hush");
    }

    @Test
    void blankMapOnTheCommandLineIsNoValue() {
        sources.commandLine("sam.tags", " ").commandTable("tags = 'A=file'");

        assertThat(sources.options().map("tags", "tag", null)).containsExactly(Map.entry("A", "file"));
    }

    @Test
    void emptyElementInThePomIsAnEmptyText() {
        Map<String, String> injected = new HashMap<>(Collections.singletonMap("A", null));

        assertThat(sources.options().map("tags", "tag", injected)).containsExactly(Map.entry("A", ""));
    }

    @Test
    void valuesOfSinglePropertiesAreTakenAsTheyAre() {
        sources.commandLine("sam.parameter.List", "a,b c=\"d\"");

        assertThat(sources.options().map("parameterOverrides", "parameter", null))
                .containsExactly(Map.entry("List", "a,b c=\"d\""));
    }

    @Test
    void everyPairKeepsItsPlace() {
        sources.commandLine("sam.parameter.A", "1")
                .commandLine("sam.parameterOverrides", "B=2")
                .projectProperty("sam.parameter.C", "3")
                .commandTable("parameter_overrides = 'D=4 A=0'");
        Map<String, String> places = new TreeMap<>();
        sources.options()
                .pairs("parameterOverrides", "parameter", Map.of("E", "5"))
                .forEach((name, setting) -> places.put(
                        name, setting.value() + " " + setting.origin().toString()));

        assertThat(places)
                .containsExactly(
                        Map.entry("A", "1 -Dsam.parameter.A"),
                        Map.entry("B", "2 -Dsam.parameterOverrides"),
                        Map.entry("C", "3 project property sam.parameter.C"),
                        Map.entry("D", "4 samconfig.toml:3:1"),
                        Map.entry("E", "5 <parameterOverrides> in the pom"));
    }

    @Test
    void propertyWithoutAPomElementIsReadFromTheCommandLineBeforeTheProject() {
        sources.commandLine("sam.s3.endpointUrl", "line").projectProperty("sam.s3.endpointUrl", "project");

        assertThat(sources.options().property("s3.endpointUrl")).contains("line");
    }

    @Test
    void propertyWithoutAPomElementIsReadFromTheProjectWhenTheCommandLineIsBlank() {
        sources.commandLine("sam.s3.endpointUrl", "").projectProperty("sam.s3.endpointUrl", "project");

        assertThat(sources.options().property("s3.endpointUrl")).contains("project");
    }
}
