import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    def failure = log.substring(log.indexOf('Failed to execute goal'))
    assertThat(failure).contains(
        'template.yaml:5:3: orders-it: ROLLBACK_COMPLETE after',
        'HelloFunction CREATE_FAILED: The role defined for the function cannot be assumed by Lambda',
        "the role's trust policy must name lambda.amazonaws.com")
    assertThat(failure).doesNotContain('\tat ')
}

return true
