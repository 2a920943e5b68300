import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')
    assertThat(aws.calls().count { it == 'CreateChangeSet' }).isEqualTo(1)
    assertThat(aws.calls().count { it == 'ExecuteChangeSet' }).isEqualTo(1)

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains(
        'orders-it: the time to wait is over, but the stack goes on by itself',
        'run the same command again to follow it to its end',
        'with this very change: following it to its end',
        'orders-it (eu-central-1): CREATE_COMPLETE after',
        'TopicArn = ')
}

return true
