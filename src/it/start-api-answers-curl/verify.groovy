import static org.assertj.core.api.Assertions.assertThat

import java.util.concurrent.TimeUnit

def seen = context.get('seen').get(60, TimeUnit.SECONDS)
assertThat(seen.rest).startsWith('HTTP/1.1 200').endsWith('/orders/7')
assertThat(seen.stage).startsWith('HTTP/1.1 200').endsWith('/orders/8')
assertThat(seen.noRoute).startsWith('HTTP/1.1 403').endsWith('{"message":"Missing Authentication Token"}')
assertThat(seen.file).startsWith('HTTP/1.1 200').endsWith('a file\n')
assertThat(seen.posted).startsWith('HTTP/1.1 200')
assertThat(seen.functionUrl).startsWith('HTTP/1.1 200').endsWith('/any')
assertThat(seen.console).startsWith('HTTP/1.1 200').contains('/orders/{id}', 'GET /orders/7')
if (seen.http2) {
    assertThat(seen.http2).startsWith('HTTP/2 200').endsWith('/orders/9')
}
// TERM ends Maven and every environment with it.
assertThat(seen.endedAfter).isLessThan(10_000L)
assertThat(seen.environments).isNotEmpty().noneMatch { it.alive }

def log = new File(basedir, 'build.log').text
assertThat(log).contains('  GET  /orders/{id}    OrdersFunction', '  POST  /echo    WebFunction', 'GET /orders/7  200', 'GET /nowhere  403')
assertThat(log.substring(log.indexOf('Stop with Ctrl-C'))).doesNotContain('Exception', 'ERROR')

return true
