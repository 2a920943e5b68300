package io.github.sammaven.core.limits;

/** The quotas a template, an archive or an event can be checked against without AWS. */
public final class Quotas {

    public static final Quota MEMORY =
            new Quota("MemorySize", 10_240, "MB", "Lambda quotas, function memory allocation");
    public static final Quota MEMORY_MINIMUM = new Quota("MemorySize", 128, "MB", MEMORY.source());
    public static final Quota TIMEOUT = new Quota("Timeout", 900, "s", "Lambda quotas, function timeout");
    public static final Quota TIMEOUT_MINIMUM = new Quota("Timeout", 1, "s", TIMEOUT.source());
    public static final Quota EPHEMERAL_STORAGE =
            new Quota("EphemeralStorage", 10_240, "MB", "Lambda quotas, /tmp directory storage");
    public static final Quota EPHEMERAL_STORAGE_MINIMUM =
            new Quota("EphemeralStorage", 512, "MB", EPHEMERAL_STORAGE.source());
    public static final Quota LAYERS = new Quota("Number of layers", 5, "", "Lambda quotas, function layers");

    /** Names and values of all variables together, in UTF-8. */
    public static final Quota ENVIRONMENT =
            new Quota("Environment", 4_096, "bytes", "Lambda quotas, function environment variables");

    /** Code and layers of a function together. */
    public static final Quota UNZIPPED_CODE = new Quota(
            "Unzipped code", 262_144_000, "bytes", "Lambda quotas, deployment package (.zip file archive) size");

    /** What the Lambda API takes without S3. */
    public static final Quota DIRECT_UPLOAD = new Quota("Archive", 52_428_800, "bytes", UNZIPPED_CODE.source());

    public static final Quota SYNCHRONOUS_REQUEST =
            new Quota("Event", 6_291_456, "bytes", "Lambda quotas, invocation payload (synchronous)");
    public static final Quota RESPONSE = new Quota("Response", 6_291_556, "bytes", SYNCHRONOUS_REQUEST.source());

    /** A soft limit: AWS raises it on request. */
    public static final Quota STREAMED_RESPONSE =
            new Quota("Streamed response", 209_715_200, "bytes", "Lambda quotas, response streaming payload");

    public static final Quota ASYNCHRONOUS_REQUEST =
            new Quota("Event", 1_048_576, "bytes", "Lambda quotas, invocation payload (asynchronous)");

    /** A queue may take less. */
    public static final Quota QUEUE_MESSAGE =
            new Quota("Message", 1_048_576, "bytes", "Amazon SQS quotas, message size");

    /** Data and partition key together; a stream takes 1 MiB unless it is told to take more. */
    public static final Quota STREAM_RECORD =
            new Quota("Record", 10_485_760, "bytes", "Kinesis Data Streams quotas, record size");

    /** In UTF-8. */
    public static final Quota EXECUTION_INPUT =
            new Quota("Input", 262_144, "bytes", "Step Functions quotas, maximum input or output size");

    public static final Quota CLIENT_CONTEXT =
            new Quota("Client context", 3_583, "bytes", "Lambda API, Invoke, X-Amz-Client-Context");

    public static final Quota RESOURCES = new Quota("Number of resources", 500, "", "CloudFormation quotas, resources");
    public static final Quota PARAMETERS =
            new Quota("Number of parameters", 200, "", "CloudFormation quotas, parameters");
    public static final Quota OUTPUTS = new Quota("Number of outputs", 200, "", "CloudFormation quotas, outputs");
    public static final Quota MAPPINGS = new Quota("Number of mappings", 200, "", "CloudFormation quotas, mappings");
    public static final Quota MAPPING_ATTRIBUTES =
            new Quota("Number of attributes", 200, "", "CloudFormation quotas, mapping attributes");
    public static final Quota DESCRIPTION =
            new Quota("Description", 1_024, "bytes", "CloudFormation quotas, template description");
    public static final Quota PARAMETER_VALUE =
            new Quota("Value", 4_096, "bytes", "CloudFormation quotas, parameter value");
    public static final Quota DYNAMIC_REFERENCES =
            new Quota("Number of dynamic references", 60, "", "CloudFormation quotas, dynamic references");

    /** A template in the request itself. */
    public static final Quota TEMPLATE_INLINE =
            new Quota("Template", 51_200, "bytes", "CloudFormation quotas, template body size in a request");

    /** A template uploaded to S3. */
    public static final Quota TEMPLATE_IN_S3 =
            new Quota("Template", 1_048_576, "bytes", "CloudFormation quotas, template body size in an S3 object");

    public static final Quota STACK_NAME =
            new Quota("Stack name", 128, "characters", "CloudFormation API, CreateChangeSet, StackName");
    public static final Quota STACK_TAGS = new Quota("Number of stack tags", 50, "", "CloudFormation API, Tags");
    public static final Quota TAG_KEY = new Quota("Tag key", 128, "characters", "CloudFormation API, Tag");
    public static final Quota TAG_VALUE = new Quota("Tag value", 256, "characters", TAG_KEY.source());
    public static final Quota NOTIFICATION_ARNS =
            new Quota("Number of notification ARNs", 5, "", "CloudFormation API, NotificationARNs");

    public static final Quota HTTP_API_INTEGRATION_TIMEOUT = new Quota(
            "TimeoutInMillis", 30_000, "ms", "API Gateway quotas, HTTP API integration timeout (cannot be raised)");
    public static final Quota REST_API_INTEGRATION_TIMEOUT = new Quota(
            "TimeoutInMillis", 29_000, "ms", "API Gateway quotas, REST API integration timeout (can be raised)");
    public static final Quota REST_API_INTEGRATION_TIMEOUT_MINIMUM =
            new Quota("TimeoutInMillis", 50, "ms", REST_API_INTEGRATION_TIMEOUT.source());

    private Quotas() {}
}
