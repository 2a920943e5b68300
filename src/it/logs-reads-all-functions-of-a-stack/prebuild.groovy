import io.github.sammaven.core.aws.fake.FakeLogs
import io.github.sammaven.core.aws.fake.FakeXRay
import io.github.sammaven.plugin.it.LocalAws

def time = java.time.Instant.parse('2026-11-21T14:30:00Z').toEpochMilli()
def id = '0b1f6a52-1111-4222-8333-444455556666'
def logs = new FakeLogs().pages(2, 1)
        .event('/aws/lambda/Orders', '2026/11/21/[$LATEST]a', time, "START RequestId: ${id} Version: \$LATEST\n")
        .event('/aws/lambda/Audit', '2026/11/21/[$LATEST]b', time + 1, '{"level":"INFO","message":"audited"}\n')
        .event('/aws/lambda/Orders', '2026/11/21/[$LATEST]a', time + 2, "hello from orders\n")
        .event('/aws/lambda/Orders', '2026/11/21/[$LATEST]a', time + 3, "END RequestId: ${id}\n")
        .event('/aws/lambda/Orders', '2026/11/21/[$LATEST]a', time + 4,
                "REPORT RequestId: ${id}\tDuration: 3.41 ms\tBilled Duration: 4 ms\tMemory Size: 512 MB\tMax Memory Used: 88 MB\tInit Duration: 112.80 ms\t\n")

def traces = new FakeXRay().trace('1-65d0f0a0-000000000000000000000001', time.intdiv(1000), 1.5,
        '{"id": "a1", "name": "Orders", "start_time": ' + time.intdiv(1000) + '.0, "end_time": ' + time.intdiv(1000) + '.5}')

def aws = new LocalAws(basedir).with('logs', logs).with('xray', traces)
aws.cloudFormation().existing('shop', 'CREATE_COMPLETE', '''
    {"Resources": {
      "Orders": {"Type": "AWS::Lambda::Function"},
      "Audit": {"Type": "AWS::Lambda::Function"},
      "Never": {"Type": "AWS::Lambda::Function"}}}
    ''', [:])
// Which group a function logs to is not told here: the usual names are taken then.
aws.with('lambda', { request -> io.github.sammaven.core.aws.fake.ServiceAnswer.json(501, '{}') } as io.github.sammaven.core.aws.fake.FakeService)
context.put('aws', aws)

return true
