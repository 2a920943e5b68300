package io.github.sammaven.core.deploy.cause;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda tries out what a function's role may do when it makes event sources, dead-letter queues and interfaces. */
final class ExecutionRolePermission implements KnownCause {

    private static final Pattern LACKS = Pattern.compile(
            "execution role does not have permissions? to call (\\w+) on (?:Amazon |AWS )?(\\w+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STREAM =
            Pattern.compile("Cannot access stream (\\S+?)\\.? (?:Please )?ensure", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> WITH_IT = Map.of(
            "ReceiveMessage",
            "sqs:ReceiveMessage, sqs:DeleteMessage and sqs:GetQueueAttributes (SQSPollerPolicy)",
            "CreateNetworkInterface",
            "ec2:CreateNetworkInterface, ec2:DescribeNetworkInterfaces and ec2:DeleteNetworkInterface"
                    + " (VPCAccessPolicy)",
            "GetRecords",
            "kinesis:GetRecords, kinesis:GetShardIterator, kinesis:DescribeStream and kinesis:ListShards"
                    + " (KinesisStreamReadPolicy)");

    @Override
    public Optional<String> hint(FailedResource failed) {
        Matcher lacks = LACKS.matcher(failed.reason().text());
        if (lacks.find()) {
            String one = lacks.group(2).toLowerCase(Locale.ROOT) + ":" + lacks.group(1);
            return Optional.of(needs(failed, WITH_IT.getOrDefault(lacks.group(1), one)));
        }
        Matcher stream = STREAM.matcher(failed.reason().text());
        if (stream.find()) {
            boolean table = stream.group(1).contains(":dynamodb:");
            String actions = table
                    ? "dynamodb:GetRecords, dynamodb:GetShardIterator, dynamodb:DescribeStream and dynamodb:ListStreams"
                            + " (DynamoDBStreamReadPolicy)"
                    : WITH_IT.get("GetRecords");
            return Optional.of(needs(failed, actions + " on " + stream.group(1)));
        }
        return Optional.empty();
    }

    private static String needs(FailedResource failed, String actions) {
        String role = failed.role().map(own -> " (" + own + ")").orElse("");
        return "the function's role" + role + " needs " + actions;
    }
}
