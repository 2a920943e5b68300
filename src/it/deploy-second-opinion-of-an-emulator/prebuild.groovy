import io.github.sammaven.core.aws.sdk.AwsClients
import io.github.sammaven.core.deploy.MotoServer

def moto = MotoServer.start()
context.put('moto', moto)
System.setProperty('aws.accessKeyId', 'test')
System.setProperty('aws.secretAccessKey', 'test')
new AwsClients(moto.settings()).withCloseable { it.s3().createBucket { request -> request.bucket('artifacts') } }

new File(basedir, 'test.properties').text = """\
sam.endpointUrl=${moto.settings().endpointUrl().get()}
sam.region=us-east-1
sam.stackName=second-opinion
sam.s3Bucket=artifacts
sam.capabilities=CAPABILITY_IAM
aws.accessKeyId=test
aws.secretAccessKey=test
"""

return true
