import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('handling', 'START RequestId', 'REPORT RequestId', '1 invocation as expected')
assertThat(log).contains('{"statusCode": 200, "name": "Ada"}')
// From the command line, and with -q: the log and the result, no line of Maven's.
assertThat(log).contains('{"statusCode": 200, "name": "Grace"}')

return true
