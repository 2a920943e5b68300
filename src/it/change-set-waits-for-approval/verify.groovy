import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')
    assertThat(aws.calls().count { it == 'ExecuteChangeSet' }).isEqualTo(1)

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('Changes to orders-it (eu-central-1)', '+ HelloFunction')
    assertThat(log).contains('the change set waits for its execution: mvn sam:execute-change-set -Dsam.changeSet=arn:')
    assertThat(log).contains('orders-it (eu-central-1): CREATE_COMPLETE after', 'TopicArn = ')
    // The second time there is nothing to change, and so nothing to execute.
    assertThat(log).contains('orders-it (eu-central-1): nothing to change', 'Nothing to change: no change set was made')

    assertThat(new File(basedir, 'target/sam/changeset.arn')).hasContent('nothing to change')
    assertThat(new File(basedir, 'target/sam/changeset.md')).exists()
    assertThat(new File(basedir, 'target/sam/changeset.json')).exists()
    assertThat(new File(basedir, 'target/sam/outputs.json')).content().contains('"TopicArn"')
}

return true
