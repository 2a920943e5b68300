context.put('aws', new io.github.sammaven.plugin.it.LocalAws(basedir))

return true
