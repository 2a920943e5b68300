import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    // By default AWS is asked nothing.
    assertThat(aws.calls()).containsExactly('GetCallerIdentity')
    assertThat(new File(basedir, 'target/sam/iam-policy.json')).content()
            .contains('arn:aws:sqs:eu-central-1:123456789012:orders-Jobs-*')
}

return true
