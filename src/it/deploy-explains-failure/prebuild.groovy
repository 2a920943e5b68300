import io.github.sammaven.plugin.it.LocalAws

def aws = new LocalAws(basedir)
aws.cloudFormation().script('orders-it').fails('HelloFunction', 'The role defined for the function cannot be assumed by Lambda.')
context.put('aws', aws)

return true
