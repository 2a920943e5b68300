import static org.assertj.core.api.Assertions.assertThat

def log = new File(basedir, 'build.log').text
assertThat(log).contains('1 invocation as expected')
assertThat(log).contains('The functions of the nested stack Shop/Elsewhere are not on this machine')
assertThat(log).contains('variable QUEUE is empty, its value is only known in AWS')
assertThat(log).contains('{"greeting": "hello from a layer", "name": "OrderFunction", "table": "orders-dev", "queue": "", "stage": "env"}')
assertThat(log).contains("the template has no function 'Shop/Nobody'")
assertThat(log).contains('broken.yaml:5:7: the nested stack Shop has no template')

// Code that nothing has to be done for is taken from where it is.
assertThat(new File(basedir, 'target/sam/build/Shop/Orders')).doesNotExist()
assertThat(new File(basedir, 'target/sam/artifacts.json').text).contains('"Shop/Orders/OrderLayer"')
assertThat(new File(basedir, 'target/sam/artifacts.json').text).contains('"Shop/Orders/OrderFunction"')

// Without an upload the locations name the packaged templates of nested stacks, and those the archives of their code.
assertThat(new File(basedir, 'target/sam/packaged.yaml').text).contains('Location: nested/Shop.yaml')
assertThat(new File(basedir, 'target/sam/nested/Shop.yaml').text).contains('TemplateURL: Shop/Orders.yaml')
assertThat(new File(basedir, 'target/sam/nested/Shop/Orders.yaml').text).contains('CodeUri: ../../archives/')
assertThat(log).contains('2 archives, 2 nested templates packaged, nothing uploaded')

return true
