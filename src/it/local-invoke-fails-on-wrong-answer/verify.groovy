import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('/name: expected "Grace", was "Ada"', '1 error in 1 invocation')
assertThat(log).doesNotContain('\tat ')

return true
