package io.github.sammaven.core.template;

import io.github.sammaven.core.problem.NearestName;
import java.util.Map;

/** The names that begin with {@code AWS::}. */
final class PseudoParameters {

    private static final String PREFIX = "AWS::";

    /** Fixed, so that local runs give the same result each time; the one other SAM tools use. */
    private static final String STACK_UUID = "51af3dc0-da77-11e4-872e-1234567db123";

    private final Map<String, Lookup> values;

    PseudoParameters(LocalValues local) {
        Partition partition = Partition.of(local.region());
        String stackId = "arn:%s:cloudformation:%s:%s:stack/%s/%s"
                .formatted(partition.name(), local.region(), local.accountId(), local.stackName(), STACK_UUID);
        values = Map.of(
                "AWS::Region", Lookup.text(local.region()),
                "AWS::AccountId", Lookup.text(local.accountId()),
                "AWS::Partition", Lookup.text(partition.name()),
                "AWS::URLSuffix", Lookup.text(partition.urlSuffix()),
                "AWS::StackName", Lookup.text(local.stackName()),
                "AWS::StackId", Lookup.text(stackId),
                "AWS::NotificationARNs", new Lookup.Found(SequenceNode.of()),
                "AWS::NoValue", new Lookup.Removed());
    }

    static boolean isName(String name) {
        return name.startsWith(PREFIX);
    }

    Lookup of(String name) {
        Lookup known = values.get(name);
        return known != null
                ? known
                : new Lookup.Wrong("names no pseudo parameter", NearestName.suggestion(name, values.keySet()));
    }
}
