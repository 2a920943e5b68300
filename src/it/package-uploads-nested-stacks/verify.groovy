import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.uploads()).hasSize(4)
    def nested = aws.uploads().findAll { it.endsWith('.template') }
    assertThat(nested).hasSize(1)

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('4 of 4 artifacts uploaded to s3://it-artifacts', '0 of 4 artifacts uploaded to s3://it-artifacts')

    def packaged = new File(basedir, 'target/sam/packaged.yaml').text
    assertThat(packaged).containsPattern("Location: http://.*/it-artifacts/${nested[0]}")
    assertThat(packaged).contains('LicenseUrl: s3://it-artifacts/', 'Location: s3://it-artifacts/')
    assertThat(new File(basedir, 'target/sam/nested/Shop.yaml').text).contains('CodeUri: s3://it-artifacts/')
}

return true
