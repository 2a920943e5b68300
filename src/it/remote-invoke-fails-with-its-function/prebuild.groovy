import io.github.sammaven.core.aws.fake.FakeLambda
import io.github.sammaven.plugin.it.LocalAws

def lambda = new FakeLambda()
        .answers('Hello', '{"greeting":"Hello Ada"}', 'START\nlog of the function\nEND')
        .fails('Broken', '{"errorMessage":"out of tea"}', 'the last words')
def aws = new LocalAws(basedir).with('lambda', lambda)
aws.cloudFormation().existing('orders', 'CREATE_COMPLETE',
        '{"Resources": {"Hello": {"Type": "AWS::Lambda::Function"}, "Broken": {"Type": "AWS::Lambda::Function"}}}', [:])
context.put('aws', aws)
context.put('lambda', lambda)

return true
