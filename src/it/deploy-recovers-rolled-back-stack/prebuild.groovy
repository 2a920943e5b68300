import io.github.sammaven.plugin.it.LocalAws

def aws = new LocalAws(basedir)
aws.cloudFormation().existing('orders-it', 'ROLLBACK_COMPLETE', '''
    Resources:
      Topic:
        Type: AWS::SNS::Topic
    '''.stripIndent(), [:])
context.put('aws', aws)

return true
