import io.github.sammaven.plugin.it.LocalAws

def template = '{"Resources": {"Orders": {"Type": "AWS::Lambda::Function"}, "News": {"Type": "AWS::SNS::Topic"}}}'
def aws = new LocalAws(basedir)
aws.cloudFormation()
        .existing('shop', 'CREATE_COMPLETE', template, [:])
        .existing('calm', 'CREATE_COMPLETE', template, [:])
        .drifted('shop', 'Orders', 'AWS::Lambda::Function', '/Timeout', '3', '30')
        .drifted('shop', 'News', 'AWS::SNS::Topic', '', '', '')
context.put('aws', aws)

return true
