import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).containsPattern('Port [0-9]+ of 127.0.0.1 cannot be listened on: Address already in use')
assertThat(log).contains('Stop the program that uses it, or choose another port; 0 takes a free one')
// What the first execution has started ends with the failed build: Maven itself came to its end.
assertThat(log).contains('BUILD FAILURE')

return true
