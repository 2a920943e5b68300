package io.github.sammaven.core.operate.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sammaven.core.aws.fake.FakeAws;
import io.github.sammaven.core.aws.fake.FakeServerlessRepo;
import io.github.sammaven.core.aws.sdk.AwsClients;
import io.github.sammaven.core.aws.sdk.LocalCredentials;
import io.github.sammaven.core.aws.sdk.ServerlessRepository;
import io.github.sammaven.core.operate.publish.ApplicationPublisher.Outcome;
import io.github.sammaven.core.operate.publish.ApplicationPublisher.Publication;
import io.github.sammaven.core.problem.InvalidTemplateException;
import io.github.sammaven.core.problem.SamException;
import io.github.sammaven.core.template.Template;
import io.github.sammaven.core.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalCredentials.class)
class ApplicationPublisherTest {

    private static final String TEMPLATE = """
            Metadata:
              AWS::ServerlessRepo::Application:
                Name: orders
                Description: Takes orders
                Author: acme
                Labels: [shop, orders]
                ReadmeUrl: s3://bucket/readme
                SemanticVersion: 1.0.0
            Resources:
              Topic: {Type: AWS::SNS::Topic}
            """;

    private final FakeServerlessRepo repo = new FakeServerlessRepo();
    private final FakeAws aws = new FakeAws().with("serverlessrepo", repo);
    private final AwsClients clients = new AwsClients(aws.settings());
    private final ApplicationPublisher publisher = new ApplicationPublisher(new ServerlessRepository(clients));

    private static Template template(String text) {
        return new TemplateReader().parse(text, Path.of("packaged.yaml"), "packaged.yaml");
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    @Test
    void applicationIsMadeWithItsFirstVersion() throws IOException {
        Publication published = publisher.publish(template(TEMPLATE), Optional.empty());
        assertThat(published.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(published.applicationId()).endsWith("applications/orders");
        JsonNode sent = new ObjectMapper()
                .readTree(aws.serviceRequests()
                        .get(aws.serviceRequests().size() - 1)
                        .body());
        assertThat(sent.get("labels")).hasSize(2);
        assertThat(sent.get("semanticVersion").asText()).isEqualTo("1.0.0");
        assertThat(sent.get("templateBody").asText())
                .contains("AWS::SNS::Topic")
                .doesNotContain("Metadata");
    }

    @Test
    void versionIsAddedToTheApplicationThatIsThere() {
        repo.fill(250);
        publisher.publish(template(TEMPLATE), Optional.empty());
        assertThat(publisher.publish(template(TEMPLATE), Optional.of("1.1.0")).outcome())
                .isEqualTo(Outcome.VERSION_ADDED);
        assertThat(publisher.publish(template(TEMPLATE), Optional.of("1.1.0")).outcome())
                .isEqualTo(Outcome.VERSION_EXISTS);
        assertThat(publisher
                        .publish(template(TEMPLATE.replace("    SemanticVersion: 1.0.0\n", "")), Optional.empty())
                        .outcome())
                .isEqualTo(Outcome.UPDATED);
    }

    @Test
    void everythingTheServiceWouldRefuseIsSaidBeforeTheFirstCall() {
        String wrong = """
                Metadata:
                  AWS::ServerlessRepo::Application:
                    Nam: orders
                    Author: Acme Inc
                    LicenseUrl: LICENSE
                    ReadmeBody: a
                    ReadmeUrl: s3://b/c
                    Labels: [a b]
                Resources: {}
                """;
        assertThatThrownBy(() -> publisher.publish(template(wrong), Optional.of("one")))
                .isInstanceOfSatisfying(InvalidTemplateException.class, refused -> assertThat(refused.problems())
                        .extracting(Object::toString)
                        .anySatisfy(line -> assertThat(line).contains("packaged.yaml:3", "has no Nam", "'Name'"))
                        .anySatisfy(line -> assertThat(line).contains("Description is missing"))
                        .anySatisfy(line -> assertThat(line).contains("Author is 'Acme Inc'"))
                        .anySatisfy(
                                line -> assertThat(line).contains("LicenseUrl is 'LICENSE'", "mvn package sam:publish"))
                        .anySatisfy(line -> assertThat(line).contains("cannot both be given"))
                        .anySatisfy(line -> assertThat(line).contains("cannot be a label"))
                        .anySatisfy(line -> assertThat(line).contains("SemanticVersion is 'one'")));
        assertThat(aws.serviceRequests()).isEmpty();
    }

    @Test
    void templateThatSaysNothingOfItselfIsRefused() {
        assertThatThrownBy(() -> publisher.publish(template("Resources: {}"), Optional.empty()))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("AWS::ServerlessRepo::Application");
    }

    @Test
    void refusalOfTheServiceIsPutIntoWords() {
        repo.refuse("ForbiddenException", "not authorized to perform: serverlessrepo:CreateApplication");
        assertThatThrownBy(() -> publisher.publish(template(TEMPLATE), Optional.empty()))
                .isInstanceOf(SamException.class)
                .hasMessageContaining("serverlessrepo:CreateApplication");
    }
}
