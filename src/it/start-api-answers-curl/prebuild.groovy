import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

def log = new File(basedir, 'build.log')

def curl = { String... arguments ->
    def process = (['curl', '--silent', '--include', '--max-time', '20'] + arguments.toList()).execute()
    process.in.getText('UTF-8')
}

// Maven is this build's only descendant with that goal.
def maven = {
    ProcessHandle.current().descendants()
            .filter { it.info().arguments().map { given -> given.contains('sam:start-api') }.orElse(false) }
            .filter { it.info().command().map { given -> given.endsWith('java') }.orElse(false) }
            .findFirst()
}

def url = { String start -> (log.text =~ /(?m)^\[INFO\] ${start}.*?(http:[^ \n]+)/)[0][1] }

context.put('seen', CompletableFuture.supplyAsync {
    def seen = [:]
    while (!log.exists() || !log.text.contains('Stop with Ctrl-C')) {
        TimeUnit.MILLISECONDS.sleep(50)
        if (log.exists() && log.text.contains('BUILD FAILURE')) {
            return seen
        }
    }
    def rest = url('ServerlessRestApi ')
    def http = url('ServerlessHttpApi ')
    seen.rest = curl("$rest/orders/7")
    seen.stage = curl("$rest/Prod/orders/8")
    seen.noRoute = curl("$rest/nowhere")
    seen.file = curl("$http/hello.txt")
    seen.posted = curl('--data', 'some text', "$http/echo")
    seen.functionUrl = curl(url('Function URL') + 'any')
    seen.console = curl(url('Console'))
    seen.http2 = 'curl --version'.execute().text.contains('HTTP2') ? curl('--http2-prior-knowledge', "$rest/orders/9") : ''
    def served = maven().orElseThrow()
    seen.environments = served.descendants().toList()
    def asked = System.nanoTime()
    served.destroy()
    served.onExit().get(60, TimeUnit.SECONDS)
    seen.endedAfter = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked)
    seen.environments*.onExit()*.get(10, TimeUnit.SECONDS)
    return seen
})

return true
