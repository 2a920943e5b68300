package io.github.sammaven.core.deploy.follow;

import static io.github.sammaven.core.deploy.follow.FollowScene.NAME;
import static io.github.sammaven.core.deploy.follow.FollowScene.ROOT;
import static io.github.sammaven.core.deploy.follow.FollowScene.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.fake.FakeEventFeed;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.report.SamEvent;
import io.github.sammaven.core.report.StackProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 500 resources in nested stacks, 5,000 events in six minutes, over HTTP, with every tenth call refused. */
@ExtendWith(LocalCredentials.class)
class ManyEventsTest {

    private static final int EVENTS = 5000;
    private static final int RESOURCES = 500;
    private static final int SECONDS = 360;

    private final BitSet told = new BitSet();
    private int twice;
    private FollowScene scene;
    private int added;

    @BeforeEach
    void open() {
        System.setProperty("aws.maxAttempts", "1");
        scene = new FollowScene(this::accept, "Resources:\n  Child0: {Type: AWS::CloudFormation::Stack}\n");
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.maxAttempts");
        scene.close();
    }

    private void accept(SamEvent event) {
        if (event instanceof StackProgress progress) {
            int number = Integer.parseInt(progress.reason());
            twice += told.get(number) ? 1 : 0;
            told.set(number);
        }
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void add(double second, String stack, String logicalId, String physicalId, String type, String status) {
        Instant shows = START.plusMillis((long) (second * 1000));
        // Several events share a second, as the service's may.
        Instant time = START.plusSeconds((long) second);
        scene.feed.add(stack, shows, time, logicalId, physicalId, type, status, String.valueOf(added++));
    }

    private void script(Random random, int children) {
        int each = RESOURCES / children;
        // Resources with ten events, the others with nine, make 5,000 with those of the stacks.
        int withTen = EVENTS - 2 - 5 * children - 9 * RESOURCES;
        String type = "AWS::CloudFormation::Stack";
        add(0, ROOT, NAME, ROOT, type, "CREATE_IN_PROGRESS");
        for (int child = 0; child < children; child++) {
            String arn = FakeEventFeed.arn(NAME + "-Child" + child);
            add(1, ROOT, "Child" + child, "", type, "CREATE_IN_PROGRESS");
            add(2, ROOT, "Child" + child, arn, type, "CREATE_IN_PROGRESS");
            add(2, arn, NAME + "-Child" + child, arn, type, "CREATE_IN_PROGRESS");
            int total = 0;
            for (int resource = 0; resource < each; resource++) {
                total += child * each + resource < withTen ? 10 : 9;
            }
            int made = 0;
            for (int step = 0; step < 10; step++) {
                for (int resource = 0; resource < each; resource++) {
                    int last = child * each + resource < withTen ? 9 : 8;
                    if (step <= last) {
                        double second = 3 + (SECONDS - 10.0) * made++ / total + random.nextDouble() / 100;
                        add(
                                second,
                                arn,
                                "Queue" + resource,
                                "queue-" + resource,
                                "AWS::SQS::Queue",
                                step == last ? "CREATE_COMPLETE" : "CREATE_IN_PROGRESS");
                    }
                }
            }
            add(SECONDS - 5, arn, NAME + "-Child" + child, arn, type, "CREATE_COMPLETE");
        }
        for (int child = 0; child < children; child++) {
            String arn = FakeEventFeed.arn(NAME + "-Child" + child);
            add(SECONDS - 4, ROOT, "Child" + child, arn, type, "CREATE_COMPLETE");
        }
        add(SECONDS, ROOT, NAME, ROOT, type, "CREATE_COMPLETE");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void tellsFiveThousandEventsOnceInLittleMemoryAndWithFewCalls(int children, TestReporter reporter) {
        long seed = System.nanoTime();
        script(new Random(seed), children);
        scene.feed.eventsPerPage(100).pagesOverlapBy(7).throttlesEvery(10).dropsEvery(23);
        assertThat(added).isEqualTo(EVENTS);

        assertThat(scene.follow(StackWatch.none()).status()).isEqualTo("CREATE_COMPLETE");

        double minutes = Duration.between(START, scene.time.instant()).toMillis() / 60_000.0;
        long callsPerMinute = Math.round(scene.feed.calls() / minutes);
        int kept = scene.events.told().size();
        long with = heap();
        scene.events = null;
        long held = with - heap();
        reporter.publishEntry("calls per minute", String.valueOf(callsPerMinute));
        reporter.publishEntry("kB held after 5,000 events", String.valueOf(held / 1000));
        assertThat(told.cardinality()).as("seed %s, events told", seed).isEqualTo(EVENTS);
        assertThat(twice).as("seed %s, told twice", seed).isZero();
        assertThat(kept).as("events kept").isLessThan(RESOURCES + 3 * children + 3);
        assertThat(callsPerMinute).isLessThan(240);
        assertThat(held).as("bytes held").isLessThan(2_000_000);
    }
}
