package io.github.sammaven.core.permission;

import static io.github.sammaven.core.permission.Plans.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

    @Test
    void aLargePolicyBecomesSeveralThatFit() {
        String template = "Resources:\n"
                + IntStream.range(0, 120)
                        .mapToObj(i -> "  AQueueWithALongName" + i + ": {Type: AWS::SQS::Queue}\n"
                                + "  ATopicWithALongName" + i + ": {Type: AWS::SNS::Topic}\n")
                        .collect(Collectors.joining());
        List<Grant> grants = Plans.of(template).of(PolicyFor.CLOUDFORMATION);

        List<PolicyDocument> policies = PolicyDocument.split(grants, VALUES, PolicyDocument.MAX_MANAGED);

        assertThat(policies)
                .hasSizeGreaterThan(3)
                .allMatch(policy -> policy.size(VALUES) <= PolicyDocument.MAX_MANAGED);
        policies.forEach(policy -> PolicyGrammar.check(policy.json(VALUES)));
        assertThat(pairs(policies.stream().flatMap(policy -> policy.statements().stream())))
                .containsExactlyInAnyOrderElementsOf(pairs(grants.stream()));
    }

    @Test
    void whatFitsStaysOne() {
        List<Grant> grants =
                Plans.of("Resources: {Jobs: {Type: AWS::SQS::Queue}}").of(PolicyFor.PERSON);

        assertThat(PolicyDocument.split(grants, VALUES, PolicyDocument.MAX_MANAGED))
                .containsExactly(new PolicyDocument(grants));
    }

    @Test
    void sizeCountsNoWhiteSpace() {
        Grant grant = new Grant("A", List.of("s3:GetObject"), List.of("*"), Optional.empty(), List.of());

        assertThat(new PolicyDocument(List.of(grant)).size(VALUES))
                .isEqualTo(("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"A\",\"Effect\":\"Allow\","
                                + "\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}")
                        .length());
    }

    @Test
    void whatAnotherStatementAllowsIsLeftOut() {
        List<Grant> merged = StatementMerge.of(List.of(
                new Grant(
                        "Narrow",
                        List.of("s3:GetObject", "s3:PutObject"),
                        List.of("arn:a/b/*"),
                        Optional.empty(),
                        List.of()),
                new Grant("Wide", List.of("s3:GetObject"), List.of("arn:a/*"), Optional.empty(), List.of()),
                new Grant("Same", List.of("s3:GetObject"), List.of("arn:a/*"), Optional.empty(), List.of())));

        assertThat(merged)
                .containsExactly(
                        new Grant("Narrow", List.of("s3:PutObject"), List.of("arn:a/b/*"), Optional.empty(), List.of()),
                        new Grant("Wide", List.of("s3:GetObject"), List.of("arn:a/*"), Optional.empty(), List.of()));
    }

    private static List<String> pairs(Stream<Grant> grants) {
        return grants.flatMap(grant -> grant.actions().stream()
                        .flatMap(action -> grant.resources().stream().map(resource -> action + " " + resource)))
                .toList();
    }
}
