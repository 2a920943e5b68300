import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('"errorMessage": "no stock"', 'HelloFunction failed: ValueError: no stock')
assertThat(log).doesNotContain('\tat ')

return true
