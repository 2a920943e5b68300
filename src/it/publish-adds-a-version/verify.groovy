import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('there is no packaged template: target/sam/packaged.yaml does not exist', 'run sam:package before sam:publish')
    assertThat(log).contains('shop 1.0.0 is published, for the first time')
    // The ARN alone when nothing else is wanted.
    assertThat(log).containsPattern('(?m)^\\s*arn:aws:serverlessrepo:eu-central-1:123456789012:applications/shop$')
    assertThat(log).contains('[WARNING] shop 1.1.0 was published before and stays as it is')
    assertThat(log).containsPattern('\\[ERROR] .*shop 1.1.0 was published before and stays as it is')

    // What the service would refuse is said at once, and nothing is asked of it: nothing follows the fifth run.
    assertThat(log).contains('Author is missing in AWS::ServerlessRepo::Application', 'SemanticVersion is \'one\'')
    def calls = context.get('calls')
    assertThat(calls.findAll { it.startsWith('POST') }).containsExactly('POST /applications')
    assertThat(calls.findAll { it.startsWith('PUT') }).hasSize(3)
    assertThat(calls.findAll { it.startsWith('PATCH') }).hasSize(3)
    assertThat(log).doesNotContain('\tat ')
}

return true
