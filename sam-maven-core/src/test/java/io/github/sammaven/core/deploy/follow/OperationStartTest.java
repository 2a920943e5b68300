package io.github.sammaven.core.deploy.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.StackEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationStartTest {

    private static final String STACK_ID = "arn:stack";

    private final OperationStart start =
            new OperationStart(event -> event.physicalId().equals(STACK_ID));

    /** Newest first; {@code stack STATUS reason} or {@code NAME STATUS}. */
    private static List<StackEvent> events(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.split(" ", 3))
                .map(parts -> new StackEvent(
                        String.join(" ", parts),
                        Instant.EPOCH,
                        parts[0],
                        parts[0].equals("stack") ? STACK_ID : "physical",
                        "type",
                        parts[1],
                        parts.length > 2 ? parts[2] : ""))
                .toList();
    }

    @Test
    void countsTheEventsUpToTheOneTheUserInitiated() {
        List<StackEvent> updating = events(
                "Queue UPDATE_IN_PROGRESS",
                "stack UPDATE_IN_PROGRESS User Initiated",
                "stack CREATE_COMPLETE",
                "Queue CREATE_COMPLETE");

        assertThat(start.before(updating, true)).hasValue(2);
    }

    @Test
    void countsARollbackToTheOperationThatFailed() {
        List<StackEvent> rollingBack = events(
                "stack ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Queue].",
                "Queue CREATE_FAILED taken",
                "stack CREATE_IN_PROGRESS User Initiated",
                "stack REVIEW_IN_PROGRESS User Initiated");

        assertThat(start.before(rollingBack, true)).hasValue(3);
    }

    @Test
    void goesByTheEndOfTheOperationBeforeWhenNobodyIsNamed() {
        assertThat(start.before(
                        events("Queue UPDATE_IN_PROGRESS", "stack UPDATE_IN_PROGRESS", "stack CREATE_COMPLETE"), false))
                .hasValue(2);
    }

    @Test
    void isZeroWhenNothingRuns() {
        assertThat(start.before(events("stack UPDATE_COMPLETE", "stack UPDATE_IN_PROGRESS User Initiated"), false))
                .hasValue(0);
        assertThat(start.before(List.of(), true)).hasValue(0);
    }

    @Test
    void isUnknownWhenTheBeginningMayBeOnAnOlderPage() {
        assertThat(start.before(events("Queue CREATE_IN_PROGRESS"), false)).isEmpty();
        assertThat(start.before(events("stack UPDATE_IN_PROGRESS User Initiated"), false))
                .isEmpty();
        assertThat(start.before(events("stack CREATE_IN_PROGRESS User Initiated"), true))
                .hasValue(1);
    }
}
