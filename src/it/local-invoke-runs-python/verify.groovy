import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('handling', 'START RequestId', 'REPORT RequestId', '1 invocation as expected')
assertThat(log).contains('{"statusCode": 200, "name": "Ada", "headers": {"content-type": "text/plain"}}')
// From the command line, and with -q: the log and the result, no line of Maven's.
assertThat(log).contains('{"statusCode": 200, "name": "Grace", "headers": {"content-type": "text/plain"}}')

def suite = new XmlSlurper().parse(new File(basedir, 'target/sam/reports/TEST-sam.local-invoke.xml'))
assertThat(suite.@failures.text()).isEqualTo('0')
assertThat(suite.testcase.@classname.text()).isEqualTo('HelloFunction')
assertThat(suite.testcase.'system-out'.text()).contains('START RequestId', 'handling \uFFFD[31m\uFFFD', 'REPORT RequestId')

return true
