import static org.assertj.core.api.Assertions.assertThat

import java.nio.file.Files

def content = { folder ->
    def root = new File(basedir, folder).toPath()
    Files.walk(root).filter { Files.isRegularFile(it) }.map { root.relativize(it).toString() }.sorted().toList()
}
assertThat(content('target/sam/build/Greeting')).contains('app.py', 'phrases/__init__.py')
assertThat(content('target/sam/build/Report')).containsExactly('app.py')
// Neither pip nor make leaves anything in the sources.
assertThat(content('greeting')).containsExactly('app.py', 'requirements.txt')
assertThat(content('report')).containsExactly('Makefile', 'app.py')

def log = new File(basedir, 'build.log').text
assertThat(log).contains('2 archives packaged, nothing uploaded', '0 of 2 artifacts built')
assertThat(log).contains('"Hello, Ada"', '"report of 1.0"')

return true
