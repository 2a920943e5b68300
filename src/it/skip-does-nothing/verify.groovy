import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log.lines().filter { it.contains('Skipped (sam.skip)') }.count()).isEqualTo(4)
assertThat(new File(basedir, 'target')).doesNotExist()

return true
