package io.github.sammaven.plugin.config;

import io.github.sammaven.core.aws.AwsSettings;
import io.github.sammaven.core.problem.InvalidOptionException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to reach AWS, from the options of a goal. */
public final class AwsOptions {

    private static final List<String> SERVICES = List.of(
            "s3",
            "cloudformation",
            "sts",
            "ecr",
            "signer",
            "codedeploy",
            "monitoring",
            "logs",
            "iam",
            "lambda",
            "states",
            "sqs",
            "kinesis",
            "xray",
            "serverlessrepo",
            "schemas");

    private final Options options;

    public AwsOptions(Options options) {
        this.options = options;
    }

    public AwsSettings settings(
            @Nullable String region,
            @Nullable String profile,
            @Nullable String endpointUrl,
            Optional<AwsSettings.Proxy> proxy) {
        Map<String, URI> endpoints = new LinkedHashMap<>();
        for (String service : SERVICES) {
            String name = service + ".endpointUrl";
            options.property(name).map(text -> uri(name, text)).ifPresent(url -> endpoints.put(service, url));
        }
        return new AwsSettings(
                options.text("region", region),
                options.text("profile", profile),
                options.text("endpointUrl", endpointUrl).map(text -> uri("endpointUrl", text)),
                endpoints,
                proxy);
    }

    private static URI uri(String name, String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && url.getScheme() != null) {
                return url;
            }
        } catch (URISyntaxException notOne) {
            throw invalid(name, text);
        }
        throw invalid(name, text);
    }

    private static InvalidOptionException invalid(String name, String text) {
        return new InvalidOptionException("sam." + name + " is no URL: " + text, "write it like http://localhost:4566");
    }
}
