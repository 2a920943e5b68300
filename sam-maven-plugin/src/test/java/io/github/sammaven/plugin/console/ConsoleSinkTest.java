package io.github.sammaven.plugin.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.ArtifactBuilt;
import io.github.sammaven.core.report.ArtifactPackaged;
import io.github.sammaven.core.report.ChangeSetReady;
import io.github.sammaven.core.report.Note;
import io.github.sammaven.core.report.RequestServed;
import io.github.sammaven.core.report.ResourceChange;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.StackProgress;
import io.github.sammaven.core.report.Warning;
import io.github.sammaven.plugin.LinesLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleSinkTest {

    private static final SourceMark MARK = new SourceMark("template.yaml", 12, 5);

    private final LinesLog log = new LinesLog();

    private List<String> linesOf(SamEvent event) {
        new ConsoleSink(log).accept(event);
        return log.lines();
    }

    @Test
    void noteIsItsText() {
        assertThat(linesOf(new Note("Waiting for the stack"))).containsExactly("INFO Waiting for the stack");
    }

    @Test
    void warningIsItsPlaceAndTheWayOutBelow() {
        assertThat(linesOf(new Warning(Problem.warning(MARK, "Runtime is deprecated", "use java21"))))
                .containsExactly("WARN template.yaml:12:5: Runtime is deprecated", "WARN     use java21");
    }

    @Test
    void builtArtifactHasItsSizeAndATimeWorthTelling() {
        assertThat(linesOf(built(ArtifactBuilt.Outcome.BUILT, 1_572_864, Duration.ofMillis(1200))))
                .containsExactly("INFO HelloFunction             hello                 1.5 MB  built in 1.2 s");
        assertThat(linesOf(built(ArtifactBuilt.Outcome.BUILT, 300, Duration.ofMillis(99))))
                .last()
                .isEqualTo("INFO HelloFunction             hello                 300 bytes  built");
    }

    @Test
    void artifactThatNeededNothingSaysSo() {
        assertThat(linesOf(built(ArtifactBuilt.Outcome.UNCHANGED, 300, Duration.ZERO)))
                .containsExactly("INFO HelloFunction             hello                 300 bytes  unchanged");
        assertThat(linesOf(built(ArtifactBuilt.Outcome.AS_IS, 300, Duration.ZERO)))
                .last()
                .isEqualTo("INFO HelloFunction             hello                 300 bytes  taken as it is");
    }

    private static ArtifactBuilt built(ArtifactBuilt.Outcome outcome, long bytes, Duration took) {
        return new ArtifactBuilt("HelloFunction", "hello", bytes, outcome, took);
    }

    @Test
    void uploadedArchiveHasSizesAndTime() {
        assertThat(linesOf(archive(ArtifactPackaged.Outcome.UPLOADED, "HelloFunction", "Worker")))
                .containsExactly("INFO HelloFunction, Worker     hello                 1.5 MB  3.0 MB unzipped"
                        + "  uploaded in 1.2 s");
    }

    @Test
    void unchangedArchiveHasSizesOnly() {
        assertThat(linesOf(archive(ArtifactPackaged.Outcome.UNCHANGED, "HelloFunction")))
                .containsExactly(
                        "INFO HelloFunction             hello                 1.5 MB  3.0 MB unzipped  unchanged");
    }

    @Test
    void archiveThatStaysHereIsKeptLocally() {
        assertThat(linesOf(archive(ArtifactPackaged.Outcome.LOCAL, "HelloFunction")))
                .containsExactly(
                        "INFO HelloFunction             hello                 1.5 MB  3.0 MB unzipped  kept locally");
    }

    @Test
    void fileThatIsNoArchiveHasOneSize() {
        assertThat(linesOf(new ArtifactPackaged(
                        List.of("Shop"),
                        "shop/template.yaml",
                        431,
                        0,
                        ArtifactPackaged.Outcome.UNCHANGED,
                        Duration.ZERO)))
                .containsExactly("INFO Shop                      shop/template.yaml    431 bytes  unchanged");
    }

    @Test
    void changeSetHasALineForEachChange() {
        ResourceChange added = ResourceChange.of(ResourceChange.Action.ADD, "Hello", "AWS::Lambda::Function");

        assertThat(linesOf(new ChangeSetReady("orders", "eu-west-1", List.of(added))))
                .containsExactly("INFO Changes to orders (eu-west-1)", "INFO   + Hello  AWS::Lambda::Function");
    }

    @Test
    void progressIsStatusResourceAndType() {
        assertThat(linesOf(progress("CREATE_COMPLETE", "")))
                .containsExactly("INFO CREATE_COMPLETE       Hello                     AWS::Lambda::Function");
    }

    @Test
    void progressEndsWithTheServicesReason() {
        assertThat(linesOf(progress("CREATE_FAILED", "Role is missing")))
                .containsExactly(
                        "INFO CREATE_FAILED         Hello                     AWS::Lambda::Function  Role is missing");
    }

    @Test
    void requestIsOneLine() {
        Duration took = Duration.ofNanos(6_123_000);
        LocalTime at = LocalTime.of(10, 31, 7, 412_000_000);

        assertThat(linesOf(new RequestServed(at, "POST", "/orders", 201, took, 1_234, 300, "Orders")))
                .containsExactly("INFO 10:31:07.412  POST /orders  201  6.1 ms  in 1.2 kB  out 0.3 kB  Orders");
    }

    @Test
    void eventThatTakesMuchOfItsLimitSaysHowMuch() {
        Duration took = Duration.ofMillis(90);
        LocalTime at = LocalTime.of(10, 31, 7);

        assertThat(linesOf(new RequestServed(at, "POST", "/up", 200, took, 2_359_296, 300, 3_145_728, "Upload")))
                .containsExactly(
                        "INFO 10:31:07.000  POST /up  200  90.0 ms  in 2,359.3 kB  out 0.3 kB  50 % of 6 MB  Upload");
    }

    @Test
    void requestThatNobodyAnsweredNamesNobody() {
        RequestServed lost = new RequestServed(LocalTime.MIN, "GET", "/", 404, Duration.ofMillis(1250), 0, 0, "");

        assertThat(linesOf(lost)).containsExactly("INFO 00:00:00.000  GET /  404  1.3 s  in 0.0 kB  out 0.0 kB");
    }

    @Test
    void namesWiderThanTheirColumnStayWhole() {
        String name = "ANameThatIsLongerThanTheColumnItStandsIn";

        assertThat(linesOf(archive(ArtifactPackaged.Outcome.UNCHANGED, name)).get(0))
                .startsWith("INFO " + name + "  hello");
    }

    private static ArtifactPackaged archive(ArtifactPackaged.Outcome outcome, String... users) {
        return new ArtifactPackaged(List.of(users), "hello", 1_572_864, 3_145_728, outcome, Duration.ofMillis(1234));
    }

    private static StackProgress progress(String status, String reason) {
        return new StackProgress(Instant.EPOCH, "Hello", "AWS::Lambda::Function", status, reason, MARK);
    }
}
