import io.github.sammaven.plugin.it.LocalAws

context.put('aws', new LocalAws(basedir))

return true
