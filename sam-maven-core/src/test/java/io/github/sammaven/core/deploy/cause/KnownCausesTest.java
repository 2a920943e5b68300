package io.github.sammaven.core.deploy.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table holds texts as the services word them. */
class KnownCausesTest {

    private static final FailedResource.Role ROLE = new FailedResource.Role("OrdersRole", "template.yaml:60:7");

    private static String hint(String type, String text, FailedResource.Role... roles) {
        return KnownCauses.hint(
                        new FailedResource("Orders", type, "CREATE_FAILED", ServiceReason.parse(text), List.of(roles)))
                .orElse("");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "known-causes.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void explainsWhatServicesSay(String type, String text, String expected) {
        assertThat(hint(type, text)).contains(expected);
    }

    @Test
    void pointsAtTheLineOfTheRoleThatCannotBeAssumed() {
        assertThat(hint(
                        "AWS::Lambda::Function",
                        "The role defined for the function cannot be assumed by Lambda.",
                        ROLE))
                .startsWith(
                        "the role's trust policy must name lambda.amazonaws.com: see OrdersRole, template.yaml:60:7");
    }

    @Test
    void pointsAtTheLineOfTheRoleThatLacksAPermission() {
        assertThat(hint(
                        "AWS::Lambda::EventSourceMapping",
                        "The provided execution role does not have permissions to call ReceiveMessage on SQS",
                        ROLE))
                .isEqualTo("the function's role (OrdersRole, template.yaml:60:7) needs sqs:ReceiveMessage,"
                        + " sqs:DeleteMessage and sqs:GetQueueAttributes (SQSPollerPolicy)");
    }

    @Test
    void doesNotGuessAmongSeveralRoles() {
        assertThat(hint(
                        "AWS::Lambda::Function",
                        "The role defined for the function cannot be assumed by Lambda.",
                        new FailedResource.Role("Reader", ""),
                        new FailedResource.Role("Writer", "")))
                .startsWith("the role's trust policy must name lambda.amazonaws.com\n");
    }

    @Test
    void saysNothingAboutWhatItDoesNotKnow() {
        assertThat(hint("AWS::SQS::Queue", "The moon is in the way")).isEmpty();
        assertThat(hint("AWS::SQS::Queue", "")).isEmpty();
    }
}
