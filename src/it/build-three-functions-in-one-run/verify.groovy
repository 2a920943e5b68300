import static org.assertj.core.api.Assertions.assertThat

import java.nio.file.Files
import java.util.zip.ZipFile

def stack = new File(basedir, 'stack').toPath()
def content = { folder ->
    Files.walk(folder).filter { Files.isRegularFile(it) }
        .map { folder.relativize(it).toString() }.sorted().toList()
}
def function = { name -> ["it/${name}.class".toString(), 'lib/jspecify-1.0.0.jar', 'lib/phrases-1.0.jar'] }

['target/sam/build', '.aws-sam/build'].each {
    def build = stack.resolve(it)
    assertThat(content(build.resolve('Orders'))).containsExactlyElementsOf(function('Orders'))
    assertThat(content(build.resolve('Billing'))).containsExactlyElementsOf(function('Billing'))
    assertThat(content(build.resolve('Shop/Audit'))).containsExactlyElementsOf(function('Audit'))
    assertThat(Files.readString(build.resolve('template.yaml'))).contains('CodeUri: Orders', 'Location: Shop/template.yaml')
    assertThat(Files.readString(build.resolve('Shop/template.yaml'))).contains('CodeUri: Audit')
}

def log = new File(basedir, 'build.log').text
assertThat(log).contains('3 of 3 artifacts built', '0 of 3 artifacts built')
assertThat(log.lines().filter { it.contains('Orders') && it.endsWith('unchanged') }.toList()).hasSize(2)

// The folder other tools expect can be packaged, and nothing in it is built twice.
def packaged = new File(basedir, 'stack/target/sam/packaged.yaml').text
def archive = (packaged =~ /CodeUri: (\S+)/)[0][1]
new ZipFile(stack.resolve('target/sam').resolve(archive).toFile()).withCloseable { zip ->
    assertThat(zip.entries().toList()*.name.sort()).containsAnyOf('it/Orders.class', 'it/Billing.class').contains('lib/phrases-1.0.jar')
}

return true
