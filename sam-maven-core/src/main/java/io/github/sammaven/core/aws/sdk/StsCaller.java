package io.github.sammaven.core.aws.sdk;

import io.github.sammaven.core.aws.Caller;
import io.github.sammaven.core.aws.CallerIdentity;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks STS. The client is made when it is needed; whoever made {@link AwsClients} closes it. */
public final class StsCaller implements Caller {

    private final AwsClients clients;

    public StsCaller(AwsClients clients) {
        this.clients = clients;
    }

    @Override
    public CallerIdentity identity() {
        StsClient sts = clients.sts();
        GetCallerIdentityResponse answer =
                clients.errors().calling("sts", "the AWS account cannot be found out", sts::getCallerIdentity);
        return new CallerIdentity(
                answer.account(),
                Arn.fromString(answer.arn()).partition(),
                answer.arn(),
                sts.serviceClientConfiguration().region().id());
    }
}
