import io.github.sammaven.core.local.container.TestContainers

new File(basedir, 'test.properties').text = """\
sam.runner=container
sam.invokeImage=${TestContainers.pythonImage()}
"""

return true
