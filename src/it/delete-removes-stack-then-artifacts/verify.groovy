import static org.assertj.core.api.Assertions.assertThat

context.get('aws').withCloseable { aws ->
    assertThat(aws.uploads()).hasSize(2)
    assertThat(aws.objects()).isEmpty()
    assertThat(aws.cloudFormation().statusOf('orders-it')).isEmpty()
    assertThat(new File(basedir, 'target/sam/delete-orders-it.json')).doesNotExist()

    def log = new File(basedir, 'build.log').text
    assertThat(log).contains('nobody can be asked whether the stack orders-it is to be deleted', '-Dsam.noPrompts')
    assertThat(log).contains('Deleting the stack orders-it (CREATE_COMPLETE) with 2 resources, then 2 objects')
    assertThat(log).containsPattern('DELETE_COMPLETE +HelloFunction +AWS::Lambda::Function')
    assertThat(log).contains('orders-it: deleted, with 2 objects after')
    assertThat(log).contains('orders-it: there is no such stack, nothing to delete')
}

return true
