package io.github.sammaven.core.local.lambdaapi;

import io.undertow.util.HttpString;

/** The headers of the Lambda API. */
final class LambdaHeaders {

    static final HttpString INVOCATION_TYPE = new HttpString("X-Amz-Invocation-Type");
    static final HttpString LOG_TYPE = new HttpString("X-Amz-Log-Type");
    static final HttpString CLIENT_CONTEXT = new HttpString("X-Amz-Client-Context");
    static final HttpString TENANT_ID = new HttpString("X-Amz-Tenant-Id");
    static final HttpString TRACE_ID = new HttpString("X-Amzn-Trace-Id");

    static final HttpString REQUEST_ID = new HttpString("x-amzn-RequestId");
    static final HttpString ERROR_TYPE = new HttpString("x-amzn-errortype");
    static final HttpString FUNCTION_ERROR = new HttpString("X-Amz-Function-Error");
    static final HttpString LOG_RESULT = new HttpString("X-Amz-Log-Result");
    static final HttpString EXECUTED_VERSION = new HttpString("X-Amz-Executed-Version");

    private LambdaHeaders() {}
}
