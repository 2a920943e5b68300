import io.github.sammaven.core.aws.fake.FakeServerlessRepo
import io.github.sammaven.plugin.it.LocalAws

def calls = []
def repository = new FakeServerlessRepo().fill(150)
def aws = new LocalAws(basedir).with('serverlessrepo', { request ->
    calls << request.method() + ' ' + request.uri().path.replaceAll('.*applications/[^/]+', 'one')
    repository.answer(request)
} as io.github.sammaven.core.aws.fake.FakeService)
context.put('aws', aws)
context.put('calls', calls)

return true
