import static org.assertj.core.api.Assertions.assertThat

import java.nio.file.Files
import java.util.zip.ZipFile

def build = new File(basedir, 'stack/target/sam/build').toPath()
def content = { folder ->
    Files.walk(build.resolve(folder)).filter { Files.isRegularFile(it) }
        .map { build.resolve(folder).relativize(it).toString() }.sorted().toList()
}

// Classes and resources at the root, the runtime class path in lib: no provided, no test scope.
assertThat(content('Greeter')).containsExactly(
    'it/Handler.class', 'lib/jspecify-1.0.0.jar',
    'lib/lib-1.0.jar', 'settings.properties')
assertThat(content('Shared')).containsExactly('java/lib/lib-1.0.jar')

// A jar is taken as it is: nothing is laid out for it.
assertThat(build.resolve('FromJar')).doesNotExist()

new ZipFile(build.resolve('Greeter/lib/lib-1.0.jar').toFile()).withCloseable { jar ->
    assertThat(jar.getEntry('it/Lib.class')).isNotNull()
}

return true
