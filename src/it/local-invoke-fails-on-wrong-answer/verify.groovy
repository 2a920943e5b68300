import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains(
        'invocation 1, HelloFunction: /name: expected "Grace", was "Ada"',
        'invocation 2, HelloFunction: /statusCode: expected 404, was 200',
        'header Content-Type: expected text/html, was text/plain',
        'header Location: expected /, is missing',
        'duration: expected at most 0.00 ms',
        'memory used: expected at most 1 MB',
        '6 errors in 3 invocations')
assertThat(log).doesNotContain('\tat ')

// The report is there although the build failed.
def suite = new XmlSlurper().parse(new File(basedir, 'target/sam/reports/TEST-sam.local-invoke.xml'))
assertThat(suite.@tests.text()).isEqualTo('3')
assertThat(suite.@failures.text()).isEqualTo('2')
assertThat(suite.testcase*.@name*.text()).isEqualTo(['invocation 1', 'limits', 'ends well'])
assertThat(suite.testcase[0].failure.@message.text()).isEqualTo('/name: expected "Grace", was "Ada"')
assertThat(suite.testcase[2].failure.size()).isZero()

return true
