package io.github.sammaven.core.aws.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@link FakeAws} as a process of its own, for trials of whole Maven runs. Prints its URL, then serves until its
 * standard input ends.
 *
 * <p>Arguments: a scenario, the stack's name, the resource that fails, another resource. A nested template is read from
 * the URL the template names.
 */
public final class FakeAwsServer {

    private FakeAwsServer() {}

    /** Runs until standard input ends. */
    public static void main(String[] arguments) throws IOException {
        String name = argument(arguments, 0, "none");
        Optional<FailureScenario> scenario = FailureScenario.of(name);
        if (scenario.isEmpty()) {
            System.err.println("no scenario " + name + "; there are: "
                    + Arrays.stream(FailureScenario.values())
                            .map(FailureScenario::spelling)
                            .collect(Collectors.joining(", ")));
            return;
        }
        try (FakeAws aws = new FakeAws()) {
            aws.cloudFormation().templatesFrom(FakeAwsServer::fetch);
            scenario.get()
                    .begin(new FailureScenario.Scene(
                            aws,
                            argument(arguments, 1, "orders-prod"),
                            argument(arguments, 2, "Orders"),
                            argument(arguments, 3, "Other")));
            System.out.println(aws.endpoint());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return arguments.length > index ? arguments[index] : otherwise;
    }

    private static Optional<String> fetch(URI url) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException | IllegalArgumentException unreachable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
