package io.github.sammaven.core.permission;

import io.github.sammaven.core.template.Partition;
import java.util.Optional;

/**
 * What stands for the pseudo parameters in ARNs.
 *
 * @param region empty if it is not known: any
 * @param account empty if it is not known: any
 */
public record ArnValues(Optional<String> region, Optional<String> account) {

    private static final String ANY = "*";

    /** The ARN as IAM takes it. */
    public String fill(String arn) {
        Partition partition = Partition.of(region.orElse(""));
        return arn.replace("${AWS::Partition}", partition.name())
                .replace("${AWS::URLSuffix}", partition.urlSuffix())
                .replace("${AWS::Region}", region.orElse(ANY))
                .replace("${AWS::AccountId}", account.orElse(ANY));
    }
}
