import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    def log = new File(basedir, 'build.log').text
    assertThat(log).contains(
        'orders/.env: this looks like environment variables of a developer',
        'audit/id_rsa: this looks like an SSH key',
        '-Dsam.allowSecrets=.env',
        '2 errors in 2 files')
    assertThat(log).doesNotContain('5up3r53cr37')

    assertThat(log).contains(
        'template.yaml:5:3: Orders: ',
        'template.yaml:11:3: Audit: ',
        'zipped is over its budget of 102 bytes',
        'there is a size budget for Ordrs, but no function of this name is packaged',
        "Did you mean 'Orders'?",
        '3 errors in template.yaml')

    assertThat(log.lines().filter { it.contains('BUILD SUCCESS') }.count()).isEqualTo(1)
    assertThat(aws.uploads()).hasSize(2)
    assertThat(new File(basedir, 'target/sam/build/Audit').list()).containsExactlyInAnyOrder('app.py', 'id_rsa')
}

return true
