import io.github.sammaven.core.aws.fake.FailureScenario
import io.github.sammaven.core.aws.fake.FakeAlarms
import io.github.sammaven.core.aws.fake.FakeCodeDeploy
import io.github.sammaven.core.aws.fake.FakeHookLogs
import io.github.sammaven.core.aws.fake.FakeShift
import io.github.sammaven.plugin.it.LocalAws
import java.time.Duration
import java.time.Instant

def servers = []
context.put('servers', servers)

def server = { String name ->
    def folder = new File(basedir, "servers/$name")
    folder.mkdirs()
    def aws = new LocalAws(folder)
    servers.add(aws)
    return aws
}

def begin = { LocalAws aws, String scenario, String resource, String other = 'OrdersArchive' ->
    aws.begin(FailureScenario.of(scenario).get(), scenario, resource, other)
}

def shared = server('shared')
begin(shared, 'missing-permission', 'Orders')
begin(shared, 'name-taken', 'OrdersTable')
begin(shared, 'limit', 'OrdersRole')
begin(shared, 'role-not-assumed', 'Orders')
begin(shared, 'bucket-elsewhere', 'Orders')
begin(shared, 'missing-key', 'Orders')
begin(shared, 'nested-fails', 'Alerts')
begin(shared, 'rollback-fails', 'OrdersTable')
begin(shared, 'empty-change-set', 'Orders')
begin(shared, 'stuck', 'Orders')
begin(shared, 'custom-resource-timeout', 'OrdersCleaner')

begin(server('alone-throttled'), 'throttled', 'Orders')
def expiring = server('alone-token-expires')
expiring.cloudFormation().script('token-expires').pollsPerStep(2)
expiring.refuse('DescribeStacks', 2, 403, 'ExpiredToken', 'The security token included in the request is expired')

// A table with another key is there.
def template = new File(basedir, 'template.yaml').text
shared.cloudFormation().existing('table-would-be-replaced', 'UPDATE_COMPLETE', template.replace('AttributeName: id', 'AttributeName: number'), [:])
shared.cloudFormation().script('table-would-be-replaced').changes().change('Modify', 'OrdersTable', 'AWS::DynamoDB::Table')
    .physicalId('orders')
    .replacement('True')
    .property('/Properties/KeySchema/0/AttributeName', 'number', 'id', 'Always')

// Traffic shifts of two stacks whose application and group have other names.
def later = Instant.parse('2040-01-01T00:00:00Z')
def codeDeploy = new FakeCodeDeploy()
def logs = new FakeHookLogs()
shared.with('codedeploy', codeDeploy).with('logs', logs)
    .with('monitoring', new FakeAlarms().metric('OrdersErrors', 'ALARM',
        'Threshold Crossed: 1 datapoint [4.0] was greater than the threshold (0.0).', later.plusSeconds(70)))
def shifting = { String stack, FakeShift... shifts ->
    shared.cloudFormation().existing(stack, 'UPDATE_COMPLETE', new File(basedir, 'shift.yaml').text.replace('"4"', '"3"'), [:])
    def names = [ServerlessDeploymentApplication: "$stack-application", OrdersDeploymentGroup: "$stack-group", OrdersPreTraffic: 'CodeDeployHook_orders']
    names.each { id, name -> shared.cloudFormation().physicalId(stack, id, name.toString()) }
    codeDeploy.group("$stack-application", "$stack-group", 'OrdersErrors')
    shifts.each { codeDeploy.shift("$stack-application", "$stack-group", it) }
    shared.cloudFormation().script(stack).pollsPerStep(3).fails('OrdersAliaslive', 'Rollback successful')
}
shifting('hook-fails',
    new FakeShift('d-HOOKFAIL1', later).beforeRuns().after(Duration.ofSeconds(2)).beforeFails('ScriptFailed', 'The hook said Failed.', 'd-HOOKBACK1'),
    new FakeShift('d-HOOKBACK1', later.plusSeconds(3)).undoing('d-HOOKFAIL1').traffic(0.5).succeeds())
shifting('alarm-rolls-back',
    new FakeShift('d-ALARMED01', later).traffic(0.1).traffic(0.1).after(Duration.ofSeconds(80)).stops('ALARM_ACTIVE', 'One or more alarms have been activated: <OrdersErrors>', 'd-BACKBACK1'),
    new FakeShift('d-BACKBACK1', later.plusSeconds(81)).undoing('d-ALARMED01').traffic(0.9).succeeds())

return true
