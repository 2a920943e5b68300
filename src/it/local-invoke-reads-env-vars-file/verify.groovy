import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('1 invocation as expected')
assertThat(log).contains('variable EXTRA is given but not declared in the template')
assertThat(log).contains('{"TABLE": "now", "STAGE": "all", "EXTRA": "undeclared"}')

return true
