package io.github.sammaven.core.aws.sdk;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Adds the deployment mode to a request that asks for it; the SDK's model does not have these fields yet. */
final class ExpressMode implements ExecutionInterceptor {

    /** Set on a request in express mode: whether resources stay as they are when one fails, if that can be said. */
    static final ExecutionAttribute<Optional<Boolean>> DISABLE_ROLLBACK =
            new ExecutionAttribute<>("SamMavenExpressDisableRollback");

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Optional<Boolean> disableRollback = attributes.getAttribute(DISABLE_ROLLBACK);
        if (disableRollback == null) {
            return context.httpRequest();
        }
        SdkHttpRequest.Builder request =
                context.httpRequest().toBuilder().putRawQueryParameter("DeploymentConfig.Mode", "EXPRESS");
        disableRollback.ifPresent(
                stays -> request.putRawQueryParameter("DeploymentConfig.DisableRollback", stays.toString()));
        return request.build();
    }
}
