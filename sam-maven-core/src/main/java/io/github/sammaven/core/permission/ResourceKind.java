package io.github.sammaven.core.permission;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a resource type.
 *
 * @param type {@code AWS::SQS::Queue}
 * @param nameProperty holds the physical name; empty if the service makes up ids
 * @param maxName longest name, in characters
 * @param lowerCase whether names that CloudFormation makes are in small letters
 * @param refIsArn whether {@code Ref} gives the ARN
 * @param arns patterns of its ARNs; the first is that of {@code Arn}
 * @param rules what is called for it
 */
record ResourceKind(
        String type,
        Optional<String> nameProperty,
        int maxName,
        boolean lowerCase,
        boolean refIsArn,
        List<String> arns,
        List<ActionRule> rules) {

    ResourceKind {
        arns = List.copyOf(arns);
        rules = List.copyOf(rules);
    }

    /** {@code LambdaFunction}, for statements. */
    String sid() {
        return type.substring(type.indexOf("::") + 2).replaceAll("[^A-Za-z0-9]", "");
    }
}
