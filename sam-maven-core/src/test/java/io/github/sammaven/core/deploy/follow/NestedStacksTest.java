package io.github.sammaven.core.deploy.follow;

import static io.github.sammaven.core.deploy.follow.FollowScene.ROOT;
import static io.github.sammaven.core.deploy.follow.FollowScene.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sammaven.core.aws.StackDescription;
import io.github.sammaven.core.aws.StackEvent;
import io.github.sammaven.core.aws.fake.FakeEventFeed;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.problem.Problem;
import io.github.sammaven.core.problem.SourceMark;
import io.github.sammaven.core.report.RecordedEvents;
import io.github.sammaven.core.report.StackEnded;
import io.github.sammaven.core.report.StackProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class NestedStacksTest {

    private static final String API = FakeEventFeed.arn("orders-prod-Api-1");
    private static final String AUTH = FakeEventFeed.arn("orders-prod-Api-1-Auth-2");

    private static final String TEMPLATE = """
            Resources:
              Api:
                Type: AWS::CloudFormation::Stack
              Orders:
                Type: AWS::SQS::Queue
            """;

    private final RecordedEvents told = new RecordedEvents();
    private FollowScene scene;

    @BeforeEach
    void open() {
        System.setProperty("aws.maxAttempts", "1");
        scene = new FollowScene(told, TEMPLATE);
    }

    @AfterEach
    void close() {
        System.clearProperty("aws.maxAttempts");
        scene.close();
    }

    private List<String> lines() {
        return told.of(StackProgress.class).stream()
                .map(event -> event.depth() + " " + event.logicalId() + " " + event.status())
                .toList();
    }

    private FollowScene created() {
        return scene.own(0, ROOT, "CREATE_IN_PROGRESS", "User Initiated")
                .child(1, ROOT, "Api", "", "CREATE_IN_PROGRESS", "")
                .child(2, ROOT, "Api", API, "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .own(2, API, "CREATE_IN_PROGRESS", "User Initiated")
                .child(3, API, "Auth", AUTH, "CREATE_IN_PROGRESS", "Resource creation Initiated")
                .own(3, AUTH, "CREATE_IN_PROGRESS", "User Initiated")
                .queue(4, AUTH, "Deep", "CREATE_IN_PROGRESS", "");
    }

    private FollowScene failed(String reason) {
        return created()
                .queue(4, ROOT, "Orders", "CREATE_IN_PROGRESS", "")
                .queue(16, AUTH, "Deep", "CREATE_FAILED", reason)
                .own(17, AUTH, "CREATE_FAILED", "The following resource(s) failed to create: [Deep].")
                .child(
                        18,
                        API,
                        "Auth",
                        AUTH,
                        "CREATE_FAILED",
                        "Embedded stack " + AUTH + " was not successfully created: The following resource(s) failed to"
                                + " create: [Deep].")
                .own(19, API, "CREATE_FAILED", "The following resource(s) failed to create: [Auth].")
                .queue(20, ROOT, "Orders", "CREATE_FAILED", "Resource creation cancelled")
                .child(20, ROOT, "Api", API, "CREATE_FAILED", "Embedded stack " + API + " was not successfully created")
                .own(21, ROOT, "ROLLBACK_IN_PROGRESS", "The following resource(s) failed to create: [Api, Orders].")
                .own(22, API, "DELETE_IN_PROGRESS", "")
                .queue(23, ROOT, "Orders", "DELETE_FAILED", "not now")
                .own(24, API, "DELETE_COMPLETE", "")
                .child(25, ROOT, "Api", API, "DELETE_COMPLETE", "")
                .own(26, ROOT, "ROLLBACK_COMPLETE", "");
    }

    @Test
    void tellsNestedStacksInOneViewWithTheirDepth() {
        created()
                .queue(15, AUTH, "Deep", "CREATE_COMPLETE", "")
                .own(16, AUTH, "CREATE_COMPLETE", "")
                .child(16, API, "Auth", AUTH, "CREATE_COMPLETE", "")
                .own(16, API, "CREATE_COMPLETE", "")
                .child(16, ROOT, "Api", API, "CREATE_COMPLETE", "")
                .own(17, ROOT, "CREATE_COMPLETE", "");

        scene.follow(StackWatch.none());

        assertThat(lines())
                .containsExactly(
                        "0 orders-prod CREATE_IN_PROGRESS",
                        "0 Api CREATE_IN_PROGRESS",
                        "0 Api CREATE_IN_PROGRESS",
                        "1 orders-prod-Api-1 CREATE_IN_PROGRESS",
                        "1 Auth CREATE_IN_PROGRESS",
                        "2 orders-prod-Api-1-Auth-2 CREATE_IN_PROGRESS",
                        "2 Deep CREATE_IN_PROGRESS",
                        "2 Deep CREATE_COMPLETE",
                        "2 orders-prod-Api-1-Auth-2 CREATE_COMPLETE",
                        "1 Auth CREATE_COMPLETE",
                        "1 orders-prod-Api-1 CREATE_COMPLETE",
                        "0 Api CREATE_COMPLETE",
                        "0 orders-prod CREATE_COMPLETE");
        assertThat(told.of(StackProgress.class).get(6).mark()).isEqualTo(new SourceMark("template.yaml", 2, 3));
        StackEnded end = told.of(StackEnded.class).get(0);
        assertThat(end.resources()).isEqualTo(Map.of(StackEnded.Outcome.CREATED, 3));
        assertThat(end.slowest())
                .containsExactly(new StackEnded.Slow("Deep", "AWS::SQS::Queue", Duration.ofSeconds(11)));
    }

    @Test
    void namesTheResourceDeepInANestedStackAsTheCause() {
        failed("Resource handler returned message: \"Resource of type 'AWS::SQS::Queue' with identifier 'deep' already"
                + " exists.\" (RequestToken: 1, HandlerErrorCode: AlreadyExists)");

        assertThat(scene.follow(StackWatch.none()).status()).isEqualTo("ROLLBACK_COMPLETE");

        Problem problem = scene.failure();
        assertThat(problem.mark()).isEqualTo(new SourceMark("template.yaml", 2, 3));
        assertThat(problem.message()).matches("orders-prod: ROLLBACK_COMPLETE after \\d+ s\\. The cause was");
        assertThat(problem.suggestion()).isEqualTo("""
                        Deep CREATE_FAILED: Resource of type 'AWS::SQS::Queue' with identifier 'deep' already exists
                        it is in the nested stack orders-prod-Api-1-Auth-2 (Api > Auth)
                        deep was not made by this stack: choose another name, leave the name out, delete it, or import it into the stack
                        1 further resource was cancelled because of it. Nothing of it remains but the empty stack.
                        delete it, then deploy again: aws cloudformation delete-stack --stack-name orders-prod
                        or let the deployment do it: -Dsam.recover=true""");
    }

    @Test
    void putsFirstWhatAWatchKnows() {
        failed("taken");
        StackWatch watch = new StackWatch() {
            @Override
            public void look(StackDescription stack, List<StackEvent> events) {}

            @Override
            public List<Problem> causes() {
                return List.of(Problem.error(SourceMark.NONE, "the alarm TooManyErrors went off", "see its metric"));
            }
        };

        scene.follow(watch);

        assertThat(scene.failure().suggestion()).startsWith("""
                        the alarm TooManyErrors went off
                            see its metric
                        CloudFormation saw Deep CREATE_FAILED: taken
                        """);
    }

    @Test
    void tellsWhichValidationFailedWhereTheServiceListsIt() {
        failed("Validation failed");
        scene.feed.validationFails("Deep", "PROPERTY_VALIDATION", "/Resources/Deep/Properties/Delay", "unsupported");

        scene.follow(StackWatch.none());

        assertThat(scene.failure().suggestion())
                .contains("Deep /Resources/Deep/Properties/Delay does not pass PROPERTY_VALIDATION: unsupported");
    }

    @Test
    void asksOnceForAListThatIsNotThere() {
        failed("Validation failed");
        scene.feed.withoutDescribeEvents();
        scene.follow(StackWatch.none());

        String first = scene.failure().suggestion();
        int calls = scene.feed.calls();

        assertThat(scene.failure().suggestion()).isEqualTo(first);
        assertThat(scene.feed.calls()).isEqualTo(calls);
    }

    @Test
    void leavesOutWhatHappenedToANestedStackBefore() {
        scene.own(-100, API, "CREATE_IN_PROGRESS", "User Initiated")
                .queue(-90, API, "Old", "CREATE_COMPLETE", "")
                .own(-80, API, "CREATE_COMPLETE", "")
                .own(-70, ROOT, "CREATE_COMPLETE", "");
        scene.events.startHere();
        scene.time.pause(Duration.ofSeconds(1));
        scene.own(1, ROOT, "UPDATE_IN_PROGRESS", "User Initiated")
                .child(2, ROOT, "Api", API, "UPDATE_IN_PROGRESS", "")
                .own(6, API, "UPDATE_IN_PROGRESS", "User Initiated")
                .queue(7, API, "Old", "UPDATE_COMPLETE", "")
                .own(8, API, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "")
                .child(9, ROOT, "Api", API, "UPDATE_COMPLETE", "")
                .own(10, ROOT, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "")
                .own(20, API, "UPDATE_COMPLETE", "")
                .own(21, ROOT, "UPDATE_COMPLETE", "");

        scene.follow(StackWatch.none());

        assertThat(lines())
                .containsExactly(
                        "0 orders-prod UPDATE_IN_PROGRESS",
                        "0 Api UPDATE_IN_PROGRESS",
                        "1 orders-prod-Api-1 UPDATE_IN_PROGRESS",
                        "1 Old UPDATE_COMPLETE",
                        "1 orders-prod-Api-1 UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "0 Api UPDATE_COMPLETE",
                        "0 orders-prod UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                        "1 orders-prod-Api-1 UPDATE_COMPLETE",
                        "0 orders-prod UPDATE_COMPLETE");
    }

    @Test
    void goesOnWithoutANestedStackThatCannotBeRead() {
        scene.own(0, ROOT, "CREATE_IN_PROGRESS", "User Initiated")
                .child(2, ROOT, "Api", API, "CREATE_IN_PROGRESS", "")
                .child(9, ROOT, "Api", API, "CREATE_FAILED", "Embedded stack " + API + " was not successfully created")
                .own(12, ROOT, "ROLLBACK_COMPLETE", "");

        assertThat(scene.follow(StackWatch.none()).status()).isEqualTo("ROLLBACK_COMPLETE");

        assertThat(scene.failure().suggestion()).startsWith("Api CREATE_FAILED: Embedded stack");
    }

    @Test
    void doesNotAskForANestedStackThatHasEnded() {
        scene.own(0, ROOT, "CREATE_IN_PROGRESS", "User Initiated")
                .child(1, ROOT, "Api", API, "CREATE_IN_PROGRESS", "")
                .own(1, API, "CREATE_IN_PROGRESS", "User Initiated")
                .own(2, API, "CREATE_COMPLETE", "")
                .child(3, ROOT, "Api", API, "CREATE_COMPLETE", "")
                .own(303, ROOT, "CREATE_COMPLETE", "");

        scene.follow(StackWatch.none());

        long looks = Duration.between(START, scene.time.instant()).toSeconds() / 5;
        assertThat(scene.feed.calls()).isLessThan((int) (2 * looks + 40));
    }

    @Test
    void joinsAnOperationThatRunsAlready() {
        scene.own(-300, ROOT, "CREATE_COMPLETE", "")
                .own(-100, ROOT, "UPDATE_IN_PROGRESS", "User Initiated")
                .queue(-90, ROOT, "Orders", "UPDATE_IN_PROGRESS", "")
                .queue(10, ROOT, "Orders", "UPDATE_COMPLETE", "")
                .own(11, ROOT, "UPDATE_COMPLETE", "");
        scene.events.startAtRunningOperation();

        scene.follow(StackWatch.none());

        assertThat(lines())
                .containsExactly(
                        "0 orders-prod UPDATE_IN_PROGRESS",
                        "0 Orders UPDATE_IN_PROGRESS",
                        "0 Orders UPDATE_COMPLETE",
                        "0 orders-prod UPDATE_COMPLETE");
    }
}
