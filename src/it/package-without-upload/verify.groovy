import static org.assertj.core.api.Assertions.assertThat

import java.nio.file.Files
import java.security.MessageDigest

def sam = new File(basedir, 'target/sam').toPath()
assertThat(sam.resolve('packaged.yaml')).content().contains('CodeUri: archives/')

def archives = Files.list(sam.resolve('archives')).filter { it.toString().endsWith('.zip') }.toList()
assertThat(archives).hasSize(1)

// The second run, in another time zone, has made the same archive: both runs print the same size and key.
def log = new File(basedir, 'build.log').text
assertThat(log.lines().filter { it.contains('1 archive packaged, nothing uploaded') }.count()).isEqualTo(2)
assertThat(log).contains('template.yaml is valid: 1 resource')

return true
