import io.github.sammaven.core.aws.fake.FakeIam
import io.github.sammaven.core.aws.fake.FakeService
import io.github.sammaven.plugin.it.LocalAws

def account = '123456789012'
def iam = new FakeIam().user('tester')
        .missing('s3:PutObject', 'arn:aws:s3:::it-artifacts/closed/preflight0000')
        .missing('cloudformation:ExecuteChangeSet', "arn:aws:cloudformation:eu-central-1:${account}:stack/orders-closed/preflight0000")
        .missing('lambda:CreateFunction', "arn:aws:lambda:eu-central-1:${account}:function:orders-closed-HelloFunction-preflight0000")
        .missing('sns:CreateTopic', "arn:aws:sns:eu-central-1:${account}:orders-closed-Topic-preflight0000")
// Of one stack nobody may ask what is allowed.
def silent = new FakeIam().forbidden()
context.put('aws', new LocalAws(basedir).with('iam', { request ->
    (new String(request.body()).contains('orders-hidden') ? silent : iam).answer(request)
} as FakeService))

return true
