import io.github.sammaven.plugin.it.LocalAws

def aws = new LocalAws(basedir)
aws.cloudFormation().existing('shop', 'CREATE_COMPLETE', '''
    {"Resources": {
       "Orders": {"Type": "AWS::Lambda::Function"},
       "ServerlessRestApi": {"Type": "AWS::ApiGateway::RestApi"},
       "ServerlessRestApiProdStage": {"Type": "AWS::ApiGateway::Stage", "Properties": {
         "RestApiId": {"Ref": "ServerlessRestApi"}, "StageName": "Prod"}}},
     "Outputs": {"Bucket": {"Value": "orders-1"}}}
    ''', [:])
        .physicalId('shop', 'Orders', 'shop-Orders-X1')
        .physicalId('shop', 'ServerlessRestApi', 'abc123')
        .physicalId('shop', 'ServerlessRestApiProdStage', 'Prod')
context.put('aws', aws)

// With what the other runs are given too: it comes instead of their file.
new File(basedir, 'two.properties').text = new File(basedir, 'test.properties').text + 'sam.show=resources,outputs\n'

return true
