import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('a guided deployment needs a terminal, and nobody can be asked here',
        'nothing is packaged yet: target/sam/packaged.yaml does not exist',
        'Run: mvn package sam:deploy -Dsam.guided')

def saved = new File(basedir, 'samconfig.toml')
def aws = context.get('aws')
def given = new Properties()
new File(basedir, 'test.properties').withInputStream { given.load(it) }

/** What a person sees, and what the script says of it. */
def run = { String name, List<String> dialogue, List<String> options,
            List<String> goals = ['package', 'sam:deploy'] ->
    def transcript = new File(basedir, name + '.log')
    def maven = [System.getProperty('maven.home') + '/bin/mvn', '-s', settingsFile(basedir),
            '-Dmaven.repo.local=' + localRepositoryPath, '-Dstyle.color=never', '-Dsam.runner=process']
    given.findAll { it.key != 'sam.s3Bucket' && it.key != 'sam.region' }
            .each { maven << '-D' + it.key + '=' + it.value }
    def command = ['python3', new File(basedir, 'person.py').path, transcript.path] + dialogue + ['--'] + maven +
            options + goals
    def process = new ProcessBuilder(command.collect { it.toString() }).directory(basedir)
            .redirectErrorStream(true).start()
    def said = process.inputStream.text
    println name + ': ' + said
    [said: said, seen: transcript.text.replace('\r', '')]
}

aws.withCloseable {
    // A person who leaves at a question.
    def left = run('left', ['Stack name', 'orders-it', 'AWS region', '^C'], ['-Dsam.guided'])
    assertThat(left.said).contains('exit 130', 'unasked 0')
    assertThat(saved).doesNotExist()
    assertThat(aws.calls()).isEmpty()

    // A person who answers.
    def first = run('first', [
            'Stack name', 'orders-it', 'AWS region', 'eu-central-1', 'Parameter Stage', 'prod',
            'Parameter ApiKey', 'hush', 'Parameter ApiKey', 'hush-hush',
            'Confirm changes', 'y', 'Allow this', '', 'Keep resources', '', 'Is this okay', 'y',
            'Save the answers', '', 'Configuration file', '', 'Environment', '', 'Make these changes', 'y'], ['-Dsam.guided'])
    assertThat(first.said).contains('hidden Parameter ApiKey', 'shown  Parameter Stage', 'exit 0', 'unasked 0')
    assertThat(first.seen).doesNotContain('hush').contains(
            'Parameter Stage [dev]: prod',
            'is shorter than MinLength 8',
            'The template needs CAPABILITY_IAM:',
            'HelloFunction has no authentication. Is this okay? (y/n) [n]: y',
            'Saved to samconfig.toml: stack_name',
            'Stack orders-it (eu-central-1)  changes are confirmed',
            'parameters    Stage=prod  ApiKey=*****',
            'orders-it (eu-central-1): CREATE_COMPLETE after')
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')
    assertThat(saved.text).isEqualTo('''version = 0.1

[default.deploy.parameters]
stack_name = "orders-it"
resolve_s3 = true
s3_prefix = "orders-it"
confirm_changeset = true
capabilities = "CAPABILITY_IAM"
parameter_overrides = "Stage=\\"prod\\""

[default.global.parameters]
region = "eu-central-1"
''')

    // The next run needs no answers but the one that was asked for.
    def second = run('second', [], ['-B'])
    assertThat(second.said).contains('exit 0')
    assertThat(second.seen).contains('orders-it (eu-central-1): up to date, nothing to change')
            .doesNotContain('Stack name', 'ignored')

    // What was packaged before the last change of the template would not be it.
    new File(basedir, 'template.yaml').setLastModified(System.currentTimeMillis() + 60_000)
    def old = run('old', ['Stack name', '^C'], ['-Dsam.guided'], ['sam:deploy'])
    assertThat(old.seen).contains('target/sam/packaged.yaml is older than the template',
            'To package too, run: mvn package sam:deploy -Dsam.guided')
}

return true

static String settingsFile(File basedir) {
    new File(basedir.parentFile, 'interpolated-settings.xml').path
}
