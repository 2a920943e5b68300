import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('Lambda http://127.0.0.1:', '  HelloFunction', 'Tests run: 6, Failures: 0, Errors: 0, Skipped: 0', 'Stopped')
assertThat(log).contains('POST /2015-03-31/functions/Other/invocations  404', 'HelloFunction failed: java.lang.IllegalStateException')

return true
