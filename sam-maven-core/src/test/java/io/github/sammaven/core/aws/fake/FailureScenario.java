package io.github.sammaven.core.aws.fake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Ways in which a deployment of a stack goes wrong, in the words of the services. */
public enum FailureScenario {
    NONE((aws, scene) -> {}),
    /** Refused by itself: the template makes a role, and no capability is given. */
    MISSING_CAPABILITY((aws, scene) -> {}),
    MISSING_PERMISSION((aws, scene) -> scene.fails("Resource handler returned message: \"User:"
            + " arn:aws:sts::123456789012:assumed-role/deployer/AWSCloudFormation is not authorized to perform:"
            + " lambda:CreateFunction on resource: arn:aws:lambda:eu-central-1:123456789012:function:orders because no"
            + " identity-based policy allows the lambda:CreateFunction action (Service: Lambda, Status Code: 403,"
            + " Request ID: 6f2d0e1c-0000-4000-8000-000000000001) (SDK Attempt Count: 1)\" (RequestToken:"
            + " 9d9a7b1e-0000-4000-8000-000000000002, HandlerErrorCode: AccessDenied)")),
    NAME_TAKEN((aws, scene) -> scene.fails("orders already exists in stack arn:aws:cloudformation:eu-central-1:"
            + "123456789012:stack/legacy-orders/6f2d0e1c-0000-4000-8000-000000000001")),
    LIMIT((aws, scene) ->
            scene.fails("Resource handler returned message: \"Cannot exceed quota for RolesPerAccount: 1000"
                    + " (Service: Iam, Status Code: 409, Request ID: 6f2d0e1c-0000-4000-8000-000000000001)\" (RequestToken:"
                    + " 9d9a7b1e-0000-4000-8000-000000000002, HandlerErrorCode: ServiceLimitExceeded)")),
    ROLE_NOT_ASSUMED(
            (aws, scene) -> scene.fails("Resource handler returned message: \"The role defined for the function"
                    + " cannot be assumed by Lambda. (Service: Lambda, Status Code: 400, Request ID:"
                    + " 6f2d0e1c-0000-4000-8000-000000000001) (SDK Attempt Count: 1)\" (RequestToken:"
                    + " 9d9a7b1e-0000-4000-8000-000000000002, HandlerErrorCode: InvalidRequest)")),
    BUCKET_ELSEWHERE((aws, scene) -> scene.fails("Resource handler returned message: \"Error occurred while GetObject."
            + " S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in this region: us-east-1. Please use"
            + " this region to retry the request (Service: Lambda, Status Code: 400, Request ID:"
            + " 6f2d0e1c-0000-4000-8000-000000000001)\" (RequestToken: 9d9a7b1e-0000-4000-8000-000000000002,"
            + " HandlerErrorCode: InvalidRequest)")),
    MISSING_KEY((aws, scene) -> scene.fails("Resource handler returned message: \"Error occurred while GetObject. S3"
            + " Error Code: NoSuchKey. S3 Error Message: The specified key does not exist. (Service: Lambda, Status Code:"
            + " 400, Request ID: 6f2d0e1c-0000-4000-8000-000000000001)\" (RequestToken:"
            + " 9d9a7b1e-0000-4000-8000-000000000002, HandlerErrorCode: InvalidRequest)")),
    /** Of a resource that is a stack, a resource inside it fails. */
    NESTED_FAILS((aws, scene) -> scene.fails("Resource handler returned message: \"Resource of type 'AWS::SQS::Queue'"
            + " with identifier 'orders' already exists.\" (RequestToken: 9d9a7b1e-0000-4000-8000-000000000002,"
            + " HandlerErrorCode: AlreadyExists)")),
    ROLLBACK_FAILS((aws, scene) -> {
        scene.fails(
                "Properties validation failed for resource Orders with message: [#: extraneous key [QueueNam] is not"
                        + " permitted]");
        scene.script(aws)
                .rollbackFails(
                        scene.other(),
                        "The bucket you tried to delete is not empty (Service: S3,"
                                + " Status Code: 409, Request ID: 7X8Y9Z)");
    }),
    /** A stack with the template is there already. */
    EMPTY_CHANGE_SET((aws, scene) -> scene.script(aws)
            .changeSetFails("The submitted information didn't contain"
                    + " changes. Submit different information to create a change set.")),
    STUCK((aws, scene) -> aws.cloudFormation()
            .existing(scene.stack(), "ROLLBACK_COMPLETE", "Resources: {Old: {Type: AWS::SQS::Queue}}", Map.of())),
    CUSTOM_RESOURCE_TIMEOUT((aws, scene) -> scene.fails("CloudFormation did not receive a response from your Custom"
            + " Resource. Please check your logs for requestId [6f2d0e1c-0000-4000-8000-000000000001]. If you are using"
            + " the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation"
            + " can attach the updated version.")),
    /** The calls that look at the stack are refused or have no answer again and again; it ends well. */
    THROTTLED((aws, scene) -> {
        scene.script(aws).pollsPerStep(2);
        aws.throttle("DescribeStackEvents", 2, 5).drop("DescribeStacks", 3, 4);
    });

    private final BiConsumer<FakeAws, Scene> script;

    FailureScenario(BiConsumer<FakeAws, Scene> script) {
        this.script = script;
    }

    /**
     * What is deployed.
     *
     * @param stack name of the stack
     * @param resource the resource that fails
     * @param other one that cannot be undone, where that is the scenario
     */
    public record Scene(FakeAws aws, String stack, String resource, String other) {

        StackScript script(FakeAws fake) {
            return fake.cloudFormation().script(stack);
        }

        void fails(String reason) {
            script(aws).fails(resource, reason);
        }
    }

    /** @param name {@code missing-capability} */
    public static Optional<FailureScenario> of(String name) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.spelling().equals(name))
                .findFirst();
    }

    /** {@code missing-capability}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public void begin(Scene scene) {
        script.accept(scene.aws(), scene);
    }
}
