// Without an interpreter that has pip, or without make, there is nothing to build with.
def succeeds = { List<String> command ->
    try {
        def process = command.execute()
        process.waitForProcessOutput()
        return process.exitValue() == 0
    } catch (IOException absent) {
        return false
    }
}

return succeeds(['python3', '-m', 'pip', '--version']) && succeeds(['make', '--version'])
