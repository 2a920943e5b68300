import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains(
        'the stack orders-it is in ROLLBACK_COMPLETE',
        'or let the deployment do it: -Dsam.recover=true',
        'The stack orders-it is in ROLLBACK_COMPLETE: it was never in use, it holds nothing.'
            + ' It is deleted and created anew',
        'orders-it (eu-central-1): CREATE_COMPLETE after')
}

return true
