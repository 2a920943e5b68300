import static org.assertj.core.api.Assertions.assertThat

import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest

def sha256 = { Path file -> MessageDigest.getInstance('SHA-256').digest(Files.readAllBytes(file)).encodeHex().toString() }

/** SHA-256 by path of every file that was built or packaged. */
def hashes = { File project ->
    def result = new TreeMap<String, String>()
    ['build', 'archives'].each {
        def folder = project.toPath().resolve('stack/target/sam').resolve(it)
        Files.walk(folder).filter { file -> Files.isRegularFile(file) && (it == 'build' || file.toString().endsWith('.zip')) }
            .forEach { file -> result.put(it + '/' + folder.relativize(file), sha256(file)) }
    }
    result
}

/** Builds a copy elsewhere, whose files have the modes that the umask gives them. */
def builtElsewhere = { String name, String javaHome, String timeZone, String umask, String options = '' ->
    def copy = new File(basedir.parentFile, "${basedir.name}-${name}")
    def script = "umask ${umask} && rm -rf '${copy}' && cp -r '${basedir}' '${copy}' && cd '${copy}'" +
        " && rm -rf */target && '${System.getProperty('maven.home')}/bin/mvn' -B -o -q package ${options}" +
        " -Dmaven.repo.local='${localRepositoryPath}' -Daether.enhancedLocalRepository.trackingFilename=none"
    def builder = new ProcessBuilder('/bin/sh', '-c', script).redirectErrorStream(true)
    builder.environment().putAll([JAVA_HOME: javaHome, TZ: timeZone])
    def process = builder.start()
    def log = process.inputStream.text
    assertThat(process.waitFor()).as(log).isZero()
    hashes(copy)
}

def here = hashes(basedir)
assertThat(here.keySet())
    .contains('build/Java/it/Fn.class', 'build/Java/lib/lib-1.0.jar', 'build/Script/bootstrap',
        'build/JavaLayer/java/lib/lib-1.0.jar')
assertThat(here.keySet().findAll { it.startsWith('archives/') }).hasSizeGreaterThanOrEqualTo(4)

def ownJdk = System.getProperty('java.home')
assertThat(builtElsewhere('umask', ownJdk, 'Asia/Kathmandu', '077')).isEqualTo(here)
assertThat(builtElsewhere('zone', ownJdk, 'America/St_Johns', '002')).isEqualTo(here)

def version = { File home ->
    def release = new File(home, 'release')
    release.file ? release.readLines().collect { it =~ /JAVA_VERSION="(\d+)/ }.find { it.find() }?.group(1) : null
}
def others = (new File('/usr/lib/jvm').listFiles() ?: [] as File[])
    .findAll { new File(it, 'bin/javac').canExecute() && version(it) != null && version(it) as int >= 17 }
    .findAll { version(it) != version(new File(ownJdk)) }
    .collectEntries { [(version(it)): it] }
if (others.isEmpty()) {
    println 'SKIPPED: no other JDK in /usr/lib/jvm, so NOT SHOWN THAT ARTIFACTS ARE THE SAME ON ANOTHER JDK'
}
// The compilers of two JDKs make different class files of one source, so both Mavens are given the same compiler.
def sameCompiler = "-Dmaven.compiler.fork=true -Dmaven.compiler.executable='${ownJdk}/bin/javac'"
others.each { number, home ->
    assertThat(builtElsewhere('jdk' + number, home.path, 'UTC', '022', sameCompiler)).as('JDK ' + number).isEqualTo(here)
}

return true
