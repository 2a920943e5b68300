package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.ApplicationRepository;
import io.github.sammaven.core.aws.PublishedApplication;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.serverlessapplicationrepository.ServerlessApplicationRepositoryClient;
import software.amazon.awssdk.services.serverlessapplicationrepository.model.ApplicationSummary;
import software.amazon.awssdk.services.serverlessapplicationrepository.model.ConflictException;
import software.amazon.awssdk.services.serverlessapplicationrepository.model.ListApplicationsResponse;

/** Asks the Serverless Application Repository. The client is made when it is first needed. */
public final class ServerlessRepository implements ApplicationRepository {

    private static final int PAGE = 100;

    private final AwsClients clients;

    public ServerlessRepository(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public String region() {
        return client().serviceClientConfiguration().region().id();
    }

    @Override
    public Optional<String> find(String name) {
        return calling("the applications cannot be listed", () -> find(client(), name));
    }

    private static Optional<String> find(ServerlessApplicationRepositoryClient client, String name) {
        String token = null;
        do {
            String next = token;
            ListApplicationsResponse page =
                    client.listApplications(request -> request.maxItems(PAGE).nextToken(next));
            Optional<ApplicationSummary> found = page.applications().stream()
                    .filter(application -> application.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.map(ApplicationSummary::applicationId);
            }
            token = page.nextToken();
        } while (token != null);
        return Optional.empty();
    }

    @Override
    public String create(PublishedApplication application, String templateBody) {
        return calling(
                        "the application " + application.name() + " cannot be made",
                        () -> client().createApplication(request -> {
                            request.name(application.name())
                                    .author(application.field("Author").orElse(null))
                                    .description(
                                            application.field("Description").orElse(null))
                                    .homePageUrl(
                                            application.field("HomePageUrl").orElse(null))
                                    .licenseBody(
                                            application.field("LicenseBody").orElse(null))
                                    .licenseUrl(application.field("LicenseUrl").orElse(null))
                                    .readmeBody(application.field("ReadmeBody").orElse(null))
                                    .readmeUrl(application.field("ReadmeUrl").orElse(null))
                                    .spdxLicenseId(
                                            application.field("SpdxLicenseId").orElse(null));
                            if (!application.labels().isEmpty()) {
                                request.labels(application.labels());
                            }
                            application.version().ifPresent(version -> request.semanticVersion(version)
                                    .sourceCodeUrl(
                                            application.field("SourceCodeUrl").orElse(null))
                                    .templateBody(templateBody));
                        }))
                .applicationId();
    }

    @Override
    public void update(String applicationId, PublishedApplication application) {
        calling(
                "the application " + application.name() + " cannot be changed",
                () -> client().updateApplication(request -> {
                    request.applicationId(applicationId)
                            .author(application.field("Author").orElse(null))
                            .description(application.field("Description").orElse(null))
                            .homePageUrl(application.field("HomePageUrl").orElse(null))
                            .readmeBody(application.field("ReadmeBody").orElse(null))
                            .readmeUrl(application.field("ReadmeUrl").orElse(null));
                    if (!application.labels().isEmpty()) {
                        request.labels(application.labels());
                    }
                }));
    }

    @Override
    public boolean createVersion(
            String applicationId, PublishedApplication application, String version, String templateBody) {
        return calling("version " + version + " of " + application.name() + " cannot be made", () -> {
            try {
                client().createApplicationVersion(request -> request.applicationId(applicationId)
                        .semanticVersion(version)
                        .sourceCodeUrl(application.field("SourceCodeUrl").orElse(null))
                        .templateBody(templateBody));
                return true;
            } catch (ConflictException there) {
                return false;
            }
        });
    }

    private ServerlessApplicationRepositoryClient client() {
        return clients.serverlessRepo();
    }

    private <T> T calling(String what, Supplier<T> call) {
        return clients.errors().calling("serverlessrepo", what, call);
    }
}
