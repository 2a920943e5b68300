package io.github.sammaven.core.template;

import java.util.Map;

/**
 * What stands in for AWS when a template is resolved offline.
 *
 * @param parameters given parameter values by name; they win over defaults
 * @param unknownParameters parameters whose given value only AWS knows, with the reason, a clause; their defaults do not
 *     count either
 * @param region value of {@code AWS::Region}; decides partition and URL suffix as well
 * @param accountId value of {@code AWS::AccountId}
 * @param stackName value of {@code AWS::StackName}
 * @param attributes values for {@code Fn::GetAtt} ({@code Resource.Attribute}) and {@code Ref} ({@code Resource}) that
 *     only a deployed stack would know
 * @param exports values for {@code Fn::ImportValue} by export name
 */
public record LocalValues(
        Map<String, String> parameters,
        Map<String, String> unknownParameters,
        String region,
        String accountId,
        String stackName,
        Map<String, String> attributes,
        Map<String, String> exports) {

    /** The account SAM users know from local runs. */
    public static final String DEFAULT_ACCOUNT = "123456789012";

    public static final String DEFAULT_REGION = "us-east-1";
    public static final String DEFAULT_STACK = "local";

    public LocalValues {
        parameters = Map.copyOf(parameters);
        unknownParameters = Map.copyOf(unknownParameters);
        attributes = Map.copyOf(attributes);
        exports = Map.copyOf(exports);
    }

    public static LocalValues defaults() {
        return of(Map.of(), DEFAULT_REGION);
    }

    public static LocalValues of(Map<String, String> parameters, String region) {
        return new LocalValues(parameters, Map.of(), region, DEFAULT_ACCOUNT, DEFAULT_STACK, Map.of(), Map.of());
    }

    /** Those of another template in the same account and region. */
    public LocalValues forTemplate(Map<String, String> itsParameters, Map<String, String> itsUnknownParameters) {
        return new LocalValues(itsParameters, itsUnknownParameters, region, accountId, stackName, Map.of(), exports);
    }
}
