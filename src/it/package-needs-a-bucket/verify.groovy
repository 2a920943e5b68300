import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('no bucket is named that receives the archives', 'set -Dsam.s3Bucket=BUCKET')
assertThat(log).doesNotContain('Exception:', '\tat ')

return true
