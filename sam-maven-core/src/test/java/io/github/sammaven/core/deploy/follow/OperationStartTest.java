package io.github.sammaven.core.deploy.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.StackEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationStartTest {

    private static final String STACK_ID = "arn:stack";

    /** How many events belong to the operation that runs. */
    private static long counted(List<StackEvent> newestFirst) {
        OperationStart start = new OperationStart(STACK_ID);
        return newestFirst.stream().takeWhile(event -> !start.test(event)).count();
    }

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

        assertThat(counted(updating)).isEqualTo(2);
    }

    @Test
    void countsARollbackToTheOperationThatFailed() {
        List<StackEvent> rollingBack = events(
                "stack ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Queue].",
                "Queue CREATE_FAILED taken",
                "stack CREATE_IN_PROGRESS User Initiated",
                "stack REVIEW_IN_PROGRESS User Initiated");

        assertThat(counted(rollingBack)).isEqualTo(3);
    }

    @Test
    void goesByTheEndOfTheOperationBeforeWhenNobodyIsNamed() {
        assertThat(counted(events("Queue UPDATE_IN_PROGRESS", "stack UPDATE_IN_PROGRESS", "stack CREATE_COMPLETE")))
                .isEqualTo(2);
    }

    @Test
    void countsAnOperationThatHasEndedMeanwhile() {
        List<StackEvent> ended = events(
                "stack UPDATE_ROLLBACK_COMPLETE",
                "stack UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS",
                "stack UPDATE_ROLLBACK_IN_PROGRESS The following resource(s) failed to update: [Queue].",
                "Queue UPDATE_FAILED taken",
                "stack UPDATE_IN_PROGRESS User Initiated",
                "stack UPDATE_COMPLETE",
                "stack UPDATE_IN_PROGRESS User Initiated");

        assertThat(counted(ended)).isEqualTo(5);
    }

    @Test
    void countsAnOperationThatHasEndedMeanwhileWhenNobodyIsNamed() {
        List<StackEvent> ended = events(
                "stack UPDATE_COMPLETE",
                "Queue UPDATE_COMPLETE",
                "stack UPDATE_IN_PROGRESS",
                "stack CREATE_COMPLETE",
                "stack CREATE_IN_PROGRESS");

        assertThat(counted(ended)).isEqualTo(3);
    }

    @Test
    void countsAllOfACreationThatBeganWithAReview() {
        List<StackEvent> created = events(
                "stack CREATE_COMPLETE",
                "Queue CREATE_COMPLETE",
                "stack CREATE_IN_PROGRESS",
                "stack REVIEW_IN_PROGRESS User Initiated");

        assertThat(counted(created)).isEqualTo(3);
    }

    @Test
    void isZeroWhenNothingWasEverBegun() {
        assertThat(counted(events("stack REVIEW_IN_PROGRESS User Initiated"))).isZero();
        assertThat(counted(List.of())).isZero();
    }
}
