import io.github.sammaven.plugin.it.LocalAws
import java.nio.file.Files

def examples = new File(basedir, '../../../../examples').canonicalFile.toPath()
['hello-java', 'hello-python'].each { name ->
    Files.walk(examples.resolve(name)).filter { Files.isRegularFile(it) && !it.toString().contains('/target/') }.forEach { file ->
        def copy = basedir.toPath().resolve(examples.relativize(file).toString())
        Files.createDirectories(copy.parent)
        Files.copy(file, copy)
    }
}
context.put('aws', new LocalAws(basedir))

return true
