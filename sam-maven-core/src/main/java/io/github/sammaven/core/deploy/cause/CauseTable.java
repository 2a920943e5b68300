package io.github.sammaven.core.deploy.cause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Causes that are known by a phrase of the service's text. */
final class CauseTable implements KnownCause {

    /**
     * @param types regular expression for the resource types it is about
     * @param phrase regular expression that is found in the text
     * @param hint what to do; {@code $1} is the first group of the phrase, {@code $id} the resource
     */
    private record Row(Pattern types, Pattern phrase, String hint) {}

    private static final String ANY = ".*";
    private static final String FUNCTION = "AWS::(Lambda|Serverless)::.*";

    private final List<Row> rows;

    private CauseTable(List<Row> rows) {
        this.rows = rows;
    }

    private static Row row(String types, String phrase, String hint) {
        return new Row(Pattern.compile(types), Pattern.compile(phrase, Pattern.CASE_INSENSITIVE), hint);
    }

    @Override
    public Optional<String> hint(FailedResource failed) {
        for (Row row : rows) {
            Matcher found = row.phrase().matcher(failed.reason().text());
            if (row.types().matcher(failed.type()).matches() && found.find()) {
                String first = found.groupCount() > 0 && found.group(1) != null ? found.group(1) : "";
                return Optional.of(row.hint().replace("$1", first).replace("$id", failed.logicalId()));
            }
        }
        return Optional.empty();
    }

    /** Phrases that mean one thing. */
    static CauseTable exact() {
        return new CauseTable(List.of(
                row(
                        ANY,
                        "Requires capabilities\\s*:\\s*\\[([^\\]]*)\\]",
                        "review what the template does with IAM, then set -Dsam.capabilities=$1"),
                row(
                        ANY,
                        "UnreservedConcurrentExecution\\w* below its minimum value of \\[?(\\d+)",
                        "the account must keep $1 executions that no function reserves: reserve fewer, or ask for more"
                                + " concurrent executions in Service Quotas, Lambda"),
                row(
                        FUNCTION,
                        "Code storage limit exceeded",
                        "versions of functions and layers fill the 75 GB of the region: delete old ones, or ask for more"
                                + " in Service Quotas, Lambda (function and layer storage)"),
                row(
                        FUNCTION,
                        "Unzipped size must be smaller than (\\d+) bytes",
                        "leave dependencies out, move them to a layer (layers count too), or use a container image of up"
                                + " to 10 GB"),
                row(
                        FUNCTION,
                        "The runtime parameter of (\\S+) is no longer supported",
                        "set Runtime to one that is supported; sam:validate names the end of each"),
                row(
                        FUNCTION,
                        "Value (\\S+) at 'runtime' failed to satisfy",
                        "$1 is no runtime of this region: check the spelling of Runtime"),
                row(
                        FUNCTION,
                        "at 'handler' failed to satisfy",
                        "Handler must be package.Class::method, without spaces, at most 128 characters"),
                row(
                        FUNCTION,
                        "Could not find (?:the )?layer version|Layer version (\\S+) does not exist",
                        "the layer's ARN must end in a version that exists, in the region of the function"),
                row(
                        FUNCTION,
                        "not authorized to access layer|layer version permission",
                        "the layer's owner must allow this account: aws lambda add-layer-version-permission"),
                row(
                        FUNCTION,
                        "(?:Error occurred while GetObject\\. S3 Error Code: )?NoSuchKey",
                        "the archive is not in the bucket: run sam:package again, and look for lifecycle rules that"
                                + " remove it"),
                row(
                        FUNCTION,
                        "NoSuchBucket",
                        "the bucket of the code does not exist in this account: run sam:package again with"
                                + " -Dsam.s3Bucket of a bucket that does"),
                row(
                        ANY,
                        "PermanentRedirect|must be addressed using the specified endpoint|bucket is in (?:this|another) region"
                                + "|AuthorizationHeaderMalformed",
                        "the bucket is in another region; code must be in the region of the stack: package again with a"
                                + " bucket there, -Dsam.s3Bucket or -Dsam.resolveS3=true"),
                row(
                        ANY,
                        "S3 error: Access Denied|GetObject\\. S3 Error Code: AccessDenied",
                        "whoever deploys needs s3:GetObject on the bucket, and kms:Decrypt on its key if it has one"),
                row(
                        FUNCTION,
                        "Source image (\\S+) does not exist",
                        "there is no such image in ECR: run sam:package again, and look for lifecycle rules that remove"
                                + " it"),
                row(
                        FUNCTION,
                        "(?:image manifest|media type).{0,200}not supported",
                        "build the image for one platform without attestations:"
                                + " docker buildx build --platform linux/amd64 --provenance=false"),
                row(
                        FUNCTION,
                        "Lambda does not have permission to access the ECR image",
                        "the repository's policy must allow lambda.amazonaws.com ecr:BatchGetImage and"
                                + " ecr:GetDownloadUrlForLayer"),
                row(
                        FUNCTION,
                        "Function not found: (\\S+)",
                        "the function is missing, or its version or alias: check the ARN"),
                row(
                        "AWS::Lambda::(Alias|Version)",
                        "Provisioned Concurrency|ProvisionedConcurrency",
                        "see the function's log for how its initialisation fails; provisioned concurrency also counts"
                                + " against the account's concurrent executions"),
                row(
                        FUNCTION,
                        "alias (?:with|\\S+) .{0,80}already exists|Alias already exists: (\\S+)",
                        "the alias was made outside of the stack: delete it, or import it"),
                row(
                        ANY,
                        "CloudWatch Logs role ARN must be set in account settings",
                        "API Gateway has no role for logs in this account and region: set one with AWS::ApiGateway::Account"
                                + " (CloudWatchRoleArn), which $id must depend on"),
                row(
                        "AWS::DynamoDB::.*",
                        "Cannot perform more than one GSI|Only 1 online index can be (?:created or deleted|deleted or created)",
                        "DynamoDB adds or removes one index per update: deploy the others one after another"),
                row(
                        "AWS::DynamoDB::.*",
                        "Subscriber limit exceeded",
                        "DynamoDB changes only so many tables and indexes at a time: put DependsOn between the tables"),
                row(
                        "AWS::DynamoDB::.*",
                        "Number of attributes in KeySchema|does not exactly match number of attributes|Some index key attributes are not defined",
                        "AttributeDefinitions must list exactly the attributes that the keys of the table and its"
                                + " indexes use"),
                row(
                        ANY,
                        "(?:did not|failed to) (?:respond|receive \\d+ resource signal|stabilize).{0,60}(?:custom resource|timeout)"
                                + "|Custom Resource failed to stabilize|CloudFormation did not receive a response from your Custom Resource"
                                + "|did not receive a response from your Custom Resource",
                        "the function behind $id did not answer in time: see its log; it must send its result to"
                                + " ResponseURL also when it fails, and reach S3 if it runs in a VPC"),
                row(
                        "Custom::.*|AWS::CloudFormation::CustomResource",
                        "See the details in CloudWatch Log Stream: (\\S+)",
                        "the function behind $id reports a failure; its log stream is $1"),
                row(
                        ANY,
                        "(?:Exceeded attempts to wait|did not stabilize|NotStabilized|timed out waiting|Resource creation timed out)",
                        "the service did not finish in time: look at $id itself; if nothing is wrong there, deploy again"),
                row(
                        "AWS::EC2::.*",
                        "has a dependent object|has dependencies and cannot be deleted|is currently in use",
                        "something still uses it, often network interfaces of Lambda, which go up to 40 minutes after"
                                + " their function: find them with aws ec2 describe-network-interfaces, then try again"),
                row(
                        FUNCTION,
                        "subnet.{0,60}(?:does not exist|not found)|InvalidSubnetID|SubnetOutOfIPAddress|SecurityGroup.{0,60}(?:does not exist|not found)",
                        "VpcConfig must name subnets with free addresses and security groups of one VPC in this region"),
                row(
                        FUNCTION,
                        "ENILimitReached|network interface.{0,40}limit",
                        "the quota of network interfaces per VPC is used up: ask for more in Service Quotas, Lambda"
                                + " (elastic network interfaces per VPC)"),
                row(
                        "AWS::S3::Bucket",
                        "bucket you tried to delete is not empty",
                        "empty the bucket, its versions too, then delete the stack again; or keep it with DeletionPolicy:"
                                + " Retain"),
                row(
                        "AWS::S3::.*",
                        "Unable to validate the following destination configurations",
                        "S3 may not notify the target yet: allow it (AWS::Lambda::Permission, queue or topic policy) and let"
                                + " $id depend on that"),
                row(
                        "AWS::ECR::Repository",
                        "cannot be deleted because it still contains images",
                        "delete the images first, or set EmptyOnDelete: true"),
                row(
                        ANY,
                        "(?:Export|output) (\\S+) (?:cannot be (?:deleted|updated)|as it is) .{0,60}in use by (?:stack )?",
                        "another stack imports the export $1: change that stack first"),
                row(
                        ANY,
                        "Circular dependency between resources: \\[([^\\]]*)\\]",
                        "these refer to each other in a circle: $1; break it, for example with a permission or policy of"
                                + " its own"),
                row(
                        ANY,
                        "Unresolved resource dependencies \\[([^\\]]*)\\]",
                        "the template names what it does not have: $1; sam:validate shows the line"),
                row(
                        ANY,
                        "Template error: instance of Fn::GetAtt references undefined resource (\\S+)",
                        "there is no resource $1; sam:validate shows the line"),
                row(
                        ANY,
                        "No export named (\\S+) found",
                        "the stack that exports $1 must be deployed first, in this account and region"),
                row(
                        "AWS::CertificateManager::.*|AWS::ApiGateway.*|AWS::CloudFront::.*",
                        "certificate.{0,120}(?:does not exist|not found|not valid|must be in|invalid|doesn't exist)|viewer certificate",
                        "the certificate must be issued and in the right region: us-east-1 for edge-optimized and CloudFront,"
                                + " the API's own otherwise"),
                row(
                        "AWS::CertificateManager::.*",
                        "validation|DNS Record Set",
                        "the domain must answer ACM's validation record: see the certificate's pending records"),
                row(
                        ANY,
                        "KMS key.{0,100}(?:disabled|pending deletion)|KMSDisabledException|KMSInvalidStateException",
                        "the key must be enabled, in this region"),
                row(
                        ANY,
                        "(?:KMS|kms).{0,160}(?:access|denied|permission|not allowed|cannot)|The ciphertext refers to a customer"
                                + "|Lambda was unable to (?:configure|decrypt)",
                        "the key's policy must allow the role that uses it kms:Decrypt, kms:GenerateDataKey and"
                                + " kms:DescribeKey (kms:CreateGrant for the caller of Lambda)"),
                row(
                        "AWS::IAM::.*",
                        "Maximum policy size of (\\d+) bytes exceeded|Cannot exceed quota for PolicySize: (\\d+)",
                        "inline policies of a role have 10,240 characters together, a managed policy 6,144: split it into"
                                + " managed policies, or use wildcards in resources"),
                row(
                        "AWS::Lambda::Permission",
                        "The final policy size \\((\\d+)\\) is bigger than the limit",
                        "the function's policy would have $1 of 20,480 bytes: replace single permissions by one with a"
                                + " wildcard in SourceArn"),
                row(
                        "AWS::IAM::.*",
                        "MalformedPolicyDocument|Syntax errors in policy|policy document|Invalid principal in policy",
                        "the policy is not well formed: check principals that do not exist (any more), and Action, Resource"
                                + " and Version"),
                row(
                        "AWS::SQS::Queue|" + FUNCTION,
                        "Queue visibility timeout: (\\d+) seconds is less than Function timeout",
                        "VisibilityTimeout of the queue ($1 s) must be at least the function's Timeout; AWS advises six times"
                                + " of it"),
                row(
                        FUNCTION,
                        "An event source mapping with .{0,160}already exists",
                        "function and source are connected already, outside of this stack: delete that mapping"),
                row(
                        FUNCTION,
                        "environment variables you have provided exceeded the 4KB limit|reserved keys",
                        "environment variables have 4 KB together, and names such as AWS_REGION are Lambda's own: keep large"
                                + " values in SSM or Secrets Manager"),
                row(
                        ANY,
                        "The following hook\\(s\\) failed: \\[([^\\]]*)\\]",
                        "the hook $1 refuses it: its owner knows what it asks for"),
                row(
                        "AWS::ApiGateway::Deployment",
                        "The REST API doesn't contain any methods",
                        "the deployment must depend on the methods of the API"),
                row(
                        "AWS::ApiGateway.*",
                        "Invalid (?:ARN|integration URI|mapping expression)|Errors found during import",
                        "see the API's definition: function ARNs in it must be complete and integrations must name a type"),
                row(
                        "AWS::StepFunctions::.*",
                        "Invalid State Machine Definition: '?([^']*)",
                        "the definition is not valid: $1"),
                row(
                        "AWS::CloudFormation::Stack",
                        "Template(?:URL)? (?:must reference|is not)|S3 error",
                        "the nested template must be in S3 in a region that the caller can read: run sam:package again"),
                row(
                        ANY,
                        "SSM parameter|Parameters: \\[ssm:(\\S+)\\] cannot be found",
                        "the parameter $1 must exist in SSM of this account and region"),
                row(
                        ANY,
                        "security token included in the request is (?:expired|invalid)|ExpiredToken",
                        "the credentials expired while CloudFormation worked with them: give it a role, -Dsam.roleArn, for"
                                + " deployments that take long")));
    }

    /** What is left when nothing more exact was found. */
    static CauseTable general() {
        return new CauseTable(List.of(
                row(
                        ANY,
                        "Rate exceeded|Throttling|TooManyRequests",
                        "the service had too many calls: deploy again, or put DependsOn between resources of this type"),
                row(
                        FUNCTION,
                        "VPC|subnet",
                        "check VpcConfig, and that the function's role has the permissions of VPCAccessPolicy"),
                row(
                        ANY,
                        "does not exist|not found|NotFound",
                        "what $id names must exist before it, in this account and region"),
                row(
                        ANY,
                        "Internal Failure|InternalFailure|ServiceInternalError",
                        "a fault of the service: deploy again"),
                row(
                        ANY,
                        "Encountered unsupported property (\\S+)|extraneous key \\[(\\S+)\\] is not permitted"
                                + "|Properties validation failed",
                        "the properties of $id do not fit its type: sam:validate shows the line")));
    }
}
