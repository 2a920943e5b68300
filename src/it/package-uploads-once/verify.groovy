import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.uploads()).hasSize(1)

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('1 of 1 archives uploaded to s3://it-artifacts', '0 of 1 archives uploaded to s3://it-artifacts')
    assertThat(log.lines().filter { it.contains('HelloFunction') && it.endsWith('unchanged') }.count()).isEqualTo(1)

    def packaged = new File(basedir, 'target/sam/packaged.yaml').text
    assertThat(packaged).contains("CodeUri: s3://it-artifacts/${aws.uploads()[0]}")
}

return true
