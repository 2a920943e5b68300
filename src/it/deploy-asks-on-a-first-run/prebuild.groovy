import io.github.sammaven.plugin.it.LocalAws

// The bucket the managed stack says it has made.
context.put('aws', new LocalAws(basedir).withBucket('value-of-SourceBucket'))

return true
