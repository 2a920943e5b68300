import static org.assertj.core.api.Assertions.assertThat

import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest

def md5 = { byte[] bytes -> MessageDigest.getInstance('MD5').digest(bytes).encodeHex().toString() }

/** The recipe, written anew: MD5 over each file's relative path and the hex MD5 of its content, in order of paths. */
def keyOf = { Path artifact ->
    if (Files.isRegularFile(artifact)) {
        return md5(Files.readAllBytes(artifact))
    }
    def files = Files.walk(artifact).filter { Files.isRegularFile(it) }.toList().sort(false) { it.toString() }
    def text = files.collect { artifact.relativize(it).toString() + md5(Files.readAllBytes(it)) }.join('')
    md5(text.getBytes('UTF-8'))
}

context.get('aws').withCloseable { aws ->
    def keys = [] as TreeSet
    ['hello-java/stack', 'hello-python'].each { module ->
        def sam = new File(basedir, module + '/target/sam')
        def packaged = new File(sam, 'packaged.yaml').text
        new JsonSlurper().parse(new File(sam, 'artifacts.json')).each { id, artifact ->
            def key = keyOf(sam.toPath().resolve(artifact.path).normalize())
            assertThat(packaged).as(id).contains("s3://it-artifacts/${key}")
            keys << key
        }
    }
    assertThat(keys).hasSizeGreaterThanOrEqualTo(4)
    assertThat(new TreeSet(aws.uploads())).isEqualTo(keys)
}

return true
