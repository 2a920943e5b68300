import static org.assertj.core.api.Assertions.assertThat

import javax.xml.parsers.DocumentBuilderFactory

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
def suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new File(basedir, 'target/sam/reports/TEST-sam.local-invoke.xml')).documentElement
assertThat(suite.getAttribute('tests')).isEqualTo('3')
assertThat(suite.getAttribute('failures')).isEqualTo('2')
def names = suite.getElementsByTagName('testcase')
assertThat((0..2).collect { names.item(it).getAttribute('name') } as String[]).containsExactly('invocation 1', 'limits', 'ends well')
def failures = suite.getElementsByTagName('failure')
assertThat(failures.length).isEqualTo(2)
assertThat(failures.item(0).getAttribute('message')).isEqualTo('/name: expected "Grace", was "Ada"')

return true
