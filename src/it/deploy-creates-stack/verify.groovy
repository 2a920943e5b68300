import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.cloudFormation().statusOf('orders-it')).hasValue('CREATE_COMPLETE')

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('Changes to orders-it (eu-central-1)', '+ HelloFunction', '+ Topic')
    assertThat(log).containsPattern('CREATE_COMPLETE +Topic +AWS::SNS::Topic')
    assertThat(log).contains('orders-it (eu-central-1): CREATE_COMPLETE after')
    assertThat(log).contains('TopicArn = ')
    // The second run finds nothing to change, which is a success.
    assertThat(log).contains('orders-it (eu-central-1): up to date, nothing to change')
    assertThat(log).doesNotContain('hush-hush')

    assertThat(new File(basedir, 'target/sam/outputs.json')).content().contains('"TopicArn"')
}

return true
