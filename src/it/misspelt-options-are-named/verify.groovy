import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('[WARNING] -Dsam.regoin is ignored: no goal has an option of this name',
        "[WARNING]     Did you mean '-Dsam.region'?",
        '[WARNING] <stakName> in the pom is ignored: no goal has an option of this name',
        "[WARNING]     Did you mean 'stackName'?",
        "[WARNING] samconfig.toml:5:1: the command validate has no parameter 'lintt'",
        "[WARNING]     Did you mean 'lint'?")
assertThat(log).contains("[INFO] Saved to samconfig.toml: endpoint_url, parameter_overrides, region")
assertThat(log).containsPattern("ERROR.*samconfig.toml:5:1: the command validate has no parameter 'lintt'")
assertThat(new File(basedir, 'samconfig.toml').text).isEqualTo('''version = 0.1

# Read by SAM CLI too.
[default.validate.parameters]
lintt = true
endpoint_url = "http://127.0.0.1:9"
parameter_overrides = "BucketName=\\"b\\""

[default.global.parameters]
region = "eu-central-1"
''')

return true
