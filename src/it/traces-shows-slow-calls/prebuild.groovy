import io.github.sammaven.core.aws.fake.FakeXRay
import io.github.sammaven.plugin.it.LocalAws

def time = java.time.Instant.parse('2026-11-21T14:30:00Z').epochSecond
def traces = new FakeXRay().perPage(1)
        .trace('1-65d0f0a0-000000000000000000000001', time, 2.0, """
            {"id": "a1", "name": "Orders", "origin": "AWS::Lambda::Function", "start_time": ${time}.0, "end_time": ${time + 2}.0,
             "http": {"response": {"status": 500}}, "fault": true,
             "subsegments": [
               {"id": "a2", "name": "DynamoDB", "namespace": "aws", "start_time": ${time}.2, "end_time": ${time + 1}.7}]}
            """.toString())
        .trace('1-65d0f0a0-000000000000000000000002', time + 5, 0.1, """
            {"id": "b1", "name": "Audit", "origin": "AWS::Lambda::Function", "start_time": ${time + 5}.0, "end_time": ${time + 5}.1}
            """.toString())
        .trace('1-65d0f0a0-000000000000000000000003', time + 6, 0.1, """
            {"id": "c1", "name": "SomebodyElse", "start_time": ${time + 6}.0, "end_time": ${time + 6}.1}
            """.toString())

def aws = new LocalAws(basedir).with('xray', traces)
aws.cloudFormation().existing('shop', 'CREATE_COMPLETE',
        '{"Resources": {"Orders": {"Type": "AWS::Lambda::Function"}, "Audit": {"Type": "AWS::Lambda::Function"}}}', [:])
        .physicalId('shop', 'Orders', 'Orders')
        .physicalId('shop', 'Audit', 'Audit')
context.put('aws', aws)

return true
