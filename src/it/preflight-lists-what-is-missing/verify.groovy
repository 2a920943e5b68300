import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    def you = 'arn:aws:iam::123456789012:user/tester'

    // Nothing was built, uploaded or made where something is missing.
    assertThat(log).contains("uploading artifacts: ${you} may not s3:PutObject on arn:aws:s3:::it-artifacts/closed/*".toString())
    assertThat(aws.uploads()).isNotEmpty().noneMatch { it.startsWith('closed/') }
    assertThat(aws.cloudFormation().statusOf('orders-closed')).isEmpty()
    assertThat(log.findAll('Pre-flight: IAM allows all')).hasSize(2)

    // All at once, with the place and the statement to add.
    assertThat(log).contains("template.yaml:5:3: ", "${you} may not lambda:CreateFunction on".toString())
    assertThat(log).contains("template.yaml:11:3: Topic: ${you} may not sns:CreateTopic on".toString())
    assertThat(log).contains("deploying the stack: ${you} may not cloudformation:ExecuteChangeSet on".toString())
    assertThat(log).contains('add to its policy: { "Sid": "SNSTopic", "Effect": "Allow", "Action": "sns:CreateTopic"')
    assertThat(log).contains('3 errors')

    assertThat(aws.cloudFormation().statusOf('orders-open')).hasValue('CREATE_COMPLETE')

    // Who may not ask is told so once, and goes on.
    assertThat(log.findAll('permissions were not checked')).hasSize(1)
    assertThat(aws.cloudFormation().statusOf('orders-hidden')).hasValue('CREATE_COMPLETE')
}

return true
