import static org.assertj.core.api.Assertions.assertThat

import javax.xml.parsers.DocumentBuilderFactory

def log = new File(basedir, 'build.log').text
assertThat(log).contains('handling', 'START RequestId', 'REPORT RequestId', '1 invocation as expected')
assertThat(log).contains('{"statusCode": 200, "name": "Ada", "headers": {"content-type": "text/plain"}}')
// From the command line, and with -q: the log and the result, no line of Maven's.
assertThat(log).contains('{"statusCode": 200, "name": "Grace", "headers": {"content-type": "text/plain"}}')

def suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
        .parse(new File(basedir, 'target/sam/reports/TEST-sam.local-invoke.xml')).documentElement
assertThat(suite.getAttribute('failures')).isEqualTo('0')
assertThat(suite.getElementsByTagName('testcase').item(0).getAttribute('classname')).isEqualTo('HelloFunction')
assertThat(suite.getElementsByTagName('system-out').item(0).textContent).contains('START RequestId', 'handling \uFFFD[31m\uFFFD', 'REPORT RequestId')

// A function that fails does not fail a run from the command line; the file has the log and the result.
assertThat(log).contains('HelloFunction failed: ValueError: no stock')
assertThat(new File(basedir, 'target/calls.log').text).contains('START RequestId', 'REPORT RequestId', '"errorMessage": "no stock"')

return true
