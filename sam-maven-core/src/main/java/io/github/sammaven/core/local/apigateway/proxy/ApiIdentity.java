package io.github.sammaven.core.local.apigateway.proxy;

import io.github.sammaven.core.local.apigateway.model.ApiRequest;
import io.github.sammaven.core.local.apigateway.model.Compatibility;
import io.github.sammaven.core.local.apigateway.model.LocalApi;
import java.util.Locale;
import java.util.Optional;

/**
 * What an API is called in AWS.
 *
 * @param accountId in events and ARNs
 * @param domainName by which it is called; empty for what the client writes into {@code Host}
 */
public record ApiIdentity(String region, String accountId, String apiId, Optional<String> domainName) {

    private static final String SAM_CLI_REGION = "us-east-1";
    private static final String SAM_CLI_ACCOUNT = "123456789012";
    private static final String SAM_CLI_API = "1234567890";

    /** The API id is made of the letters and digits of the logical id. */
    public static ApiIdentity of(LocalApi api, Compatibility compatibility, String region, String accountId) {
        return compatibility == Compatibility.SAM_CLI
                ? new ApiIdentity(SAM_CLI_REGION, SAM_CLI_ACCOUNT, SAM_CLI_API, Optional.empty())
                : new ApiIdentity(region, accountId, lettersAndDigits(api.id()), Optional.empty());
    }

    private static String lettersAndDigits(String id) {
        StringBuilder kept = new StringBuilder();
        id.toLowerCase(Locale.ROOT)
                .chars()
                .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    String domainOf(ApiRequest request) {
        return domainName.or(() -> request.header("Host")).orElse("localhost");
    }

    /** The first part of a domain name. */
    static String prefixOf(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) == '.' || domain.charAt(i) == ':') {
                return domain.substring(0, i);
            }
        }
        return domain;
    }

    /** {@code arn:aws:execute-api:eu-central-1:123456789012:ordersapi/Prod/GET/items}. */
    public String arn(String stage, String method, String path) {
        return "arn:" + partition() + ":execute-api:" + region + ":" + accountId + ":" + apiId + "/" + stage + "/"
                + method + path;
    }

    private String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
