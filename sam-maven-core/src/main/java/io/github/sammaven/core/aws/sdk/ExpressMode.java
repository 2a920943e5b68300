package io.github.sammaven.core.aws.sdk;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Adds the deployment mode to a request that asks for it; the SDK's model does not have these fields yet. */
final class ExpressMode implements ExecutionInterceptor {

    /** Set on a request in express mode: whether resources stay as they are when one of them fails. */
    static final ExecutionAttribute<Boolean> DISABLE_ROLLBACK =
            new ExecutionAttribute<>("SamMavenExpressDisableRollback");

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Boolean disableRollback = attributes.getAttribute(DISABLE_ROLLBACK);
        if (disableRollback == null) {
            return context.httpRequest();
        }
        return context.httpRequest().toBuilder()
                .putRawQueryParameter("DeploymentConfig.Mode", "EXPRESS")
                .putRawQueryParameter("DeploymentConfig.DisableRollback", disableRollback.toString())
                .build();
    }
}
