import static org.assertj.core.api.Assertions.assertThat

import io.github.sammaven.core.local.container.TestContainers

def log = new File(basedir, 'build.log').text
assertThat(log).contains('START RequestId', 'handling in a container', 'REPORT RequestId', '1 invocation as expected')
assertThat(log).contains('{"statusCode": 200, "name": "Ada", "root": "/var/task"}')

// A function that fails does not fail a run from the command line.
assertThat(log).contains('ValueError: no stock')

// An image that is nowhere does, and says which way out there is.
assertThat(log).contains('sam-local-test/missing:none cannot be pulled', '-Dsam.invokeImage')

assertThat(TestContainers.leftBy('local-invoke-runs-in-a-container')).isEmpty()

return true
