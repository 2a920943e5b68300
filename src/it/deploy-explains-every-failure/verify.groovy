import static org.assertj.core.api.Assertions.assertThat

context.get('servers').each { it.close() }

// Each run begins with Maven's first line; what Maven says about every failed build is left out.
def maven = /\[Help 1\]|full stack trace|full debug logging|errors and possible solutions|^\[ERROR\]\s*$|^(\e\[0m)*$|post-build script|Download/
def log = new File(basedir, 'build.log').readLines()
def starts = log.findIndexValues { it.contains('Scanning for projects...') }*.intValue()
def names = new File(basedir, 'invoker.properties').readLines().findResults { (it =~ /sam\.stackName=(\S+)/).with { it.find() ? it.group(1) : null } }
assertThat(starts).hasSameSizeAs(names)
def runs = [:]
names.eachWithIndex { name, i ->
    def end = i + 1 < starts.size() ? starts[i + 1] : log.size()
    runs[name] = log.subList(starts[i], end).findAll { !(it =~ maven) }
}

def report = new StringBuilder('# The last lines of each run\n')
runs.each { name, lines -> report << "\n## $name\n\n```\n" << lines.takeRight(15).join('\n') << "\n```\n" }
new File(basedir, 'target/failures.md').text = report

def project = 'on project deploy-explains-every-failure: '
// What is said at the end, from Maven's head line on.
def said = { String name ->
    def lines = runs[name]
    def first = lines.findIndexOf { it.contains('Failed to execute goal') }
    assertThat(first).as(name).isNotNegative()
    def told = lines.drop(first).collect { it.replaceFirst(/^\[ERROR\] */, '').replaceFirst('.*' + project, '').replaceAll(/after [\d.]+ s/, 'after TIME') }
    assertThat(told).as(name).doesNotHaveDuplicates()
    assertThat(told.join('\n')).as(name).doesNotContain('\tat ', basedir.path, 'RequestToken', 'Request ID')
    return told
}
def ends = { String name, String... lines -> assertThat(said(name)).as(name).isEqualTo(lines.toList()) }
// The creation is undone: cause, what else happened, way out.
def rolledBack = { String name, String mark, String cause, List<String> hints, int cancelled ->
    def others = cancelled == 1 ? '1 further resource was' : "$cancelled further resources were"
    ends(name, *["$mark: $name: ROLLBACK_COMPLETE after TIME. The cause was", cause, *hints,
        "$others cancelled because of it. Nothing of it remains but the empty stack.",
        "delete it, then deploy again: aws cloudformation delete-stack --stack-name $name",
        'or let the deployment do it: -Dsam.recover=true']*.toString())
}

ends('missing-capability',
    'template.yaml:5:3: the template needs CAPABILITY_IAM, which is not granted',
    'OrdersRole (template.yaml:5:3) is an IAM resource (AWS::IAM::Role)',
    'Review them, then set -Dsam.capabilities=CAPABILITY_IAM, or -Dsam.capabilities=auto to grant what the template needs')
rolledBack('missing-permission', 'template.yaml:15:3',
    'Orders CREATE_FAILED: User: arn:aws:sts::123456789012:assumed-role/deployer/AWSCloudFormation is not authorized to perform: lambda:CreateFunction on resource: arn:aws:lambda:eu-central-1:123456789012:function:orders because no identity-based policy allows the lambda:CreateFunction action',
    ['the role CloudFormation was given (deployer) needs lambda:CreateFunction on arn:aws:lambda:eu-central-1:123456789012:function:orders'], 4)
rolledBack('name-taken', 'template.yaml:23:3',
    'OrdersTable CREATE_FAILED: orders already exists in stack arn:aws:cloudformation:eu-central-1:123456789012:stack/legacy-orders/6f2d0e1c-0000-4000-8000-000000000001',
    ['orders belongs to the stack legacy-orders: choose another name, or leave the name out so that CloudFormation makes one'], 3)
rolledBack('limit', 'template.yaml:5:3',
    'OrdersRole CREATE_FAILED: Cannot exceed quota for RolesPerAccount: 1000',
    ['the quota RolesPerAccount (now 1000) is used up: remove what is not needed, or ask for more in Service Quotas, IAM'], 5)
rolledBack('role-not-assumed', 'template.yaml:15:3',
    'Orders CREATE_FAILED: The role defined for the function cannot be assumed by Lambda',
    ["the role's trust policy must name lambda.amazonaws.com: see OrdersRole, template.yaml:5:3",
        'a role that was made seconds ago may not be known everywhere: if the policy is right, deploy again'], 4)
rolledBack('bucket-elsewhere', 'template.yaml:15:3',
    'Orders CREATE_FAILED: Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message: The bucket is in this region: us-east-1. Please use this region to retry the request',
    ['the bucket is in another region; code must be in the region of the stack: package again with a bucket there, -Dsam.s3Bucket or -Dsam.resolveS3=true'], 4)
rolledBack('missing-key', 'template.yaml:15:3',
    'Orders CREATE_FAILED: Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist',
    ['the archive is not in the bucket: run sam:package again, and look for lifecycle rules that remove it'], 4)
rolledBack('nested-fails', 'template.yaml:39:3',
    "AlertsQueue CREATE_FAILED: Resource of type 'AWS::SQS::Queue' with identifier 'orders' already exists",
    ['it is in the nested stack nested-fails-Alerts-1A2B3C (Alerts)',
        'orders was not made by this stack: choose another name, leave the name out, delete it, or import it into the stack'], 1)
ends('rollback-fails',
    'template.yaml:23:3: rollback-fails: ROLLBACK_FAILED after TIME. The cause was',
    'OrdersTable CREATE_FAILED: Properties validation failed for resource Orders with message: [#: extraneous key [QueueNam] is not permitted]',
    'the properties of OrdersTable do not fit its type: sam:validate shows the line',
    '3 further resources were cancelled because of it. It could not be undone completely.',
    'could not be undone: OrdersArchive DELETE_FAILED: The bucket you tried to delete is not empty',
    'empty the bucket, its versions too, then delete the stack again; or keep it with DeletionPolicy: Retain',
    'remove what is in the way and delete it, then deploy again: aws cloudformation delete-stack --stack-name rollback-fails',
    'or let the deployment do it: -Dsam.recover=true')
ends('empty-change-set',
    'no changes to deploy: the stack empty-change-set is up to date',
    'to take this as success, set -Dsam.failOnEmptyChangeset=false')
ends('stuck',
    'the stack stuck is in ROLLBACK_COMPLETE: its first creation failed and was undone; such a stack cannot be updated',
    'delete it, then deploy again: aws cloudformation delete-stack --stack-name stuck',
    'or let the deployment do it: -Dsam.recover=true')
rolledBack('custom-resource-timeout', 'template.yaml:34:3',
    'OrdersCleaner CREATE_FAILED: CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [6f2d0e1c-0000-4000-8000-000000000001]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version',
    ['the function behind OrdersCleaner did not answer in time: see its log; it must send its result to ResponseURL also when it fails, and reach S3 if it runs in a VPC'], 1)
ends('token-expires',
    'the AWS credentials have expired',
    'sign in again with the AWS CLI, or take new temporary credentials into the environment',
    'the stack token-expires goes on by itself (CREATE_IN_PROGRESS); then run the same command again to follow it to its end')
ends('table-would-be-replaced',
    'template.yaml:29:21: OrdersTable (AWS::DynamoDB::Table) would be replaced because KeySchema[0].AttributeName changes; lost with it: all items in it',
    'keep KeySchema[0].AttributeName as it is, or set UpdateReplacePolicy: Retain to keep the old one',
    'to allow it once: -Dsam.allowStatefulChanges=OrdersTable')

assertThat(said('hook-fails').join('\n')).contains('the pre-traffic hook OrdersPreTraffic failed: The hook said Failed')
assertThat(said('alarm-rolls-back').join('\n')).contains('alarm OrdersErrors was in ALARM: Threshold Crossed')

// Nothing is lost or told twice however many calls have no answer.
def throttled = runs['throttled']
assertThat(throttled).anyMatch { it.contains('throttled (eu-central-1): CREATE_COMPLETE after') }
def events = throttled.findAll { it =~ /^\[INFO\] CREATE_(IN_PROGRESS|COMPLETE) / }
assertThat(events).hasSize(2 * 9).doesNotHaveDuplicates()

return true
