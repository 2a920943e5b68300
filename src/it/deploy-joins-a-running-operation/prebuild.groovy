import io.github.sammaven.plugin.it.LocalAws

def aws = new LocalAws(basedir)
aws.cloudFormation().script('orders-it').changeSetReadyAfter(0).pollsPerStep(2)
context.put('aws', aws)

return true
