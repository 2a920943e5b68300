import io.github.sammaven.plugin.it.LocalAws

new File(basedir, 'orders/.env').text = 'API_KEY=5up3r53cr37\n'
new File(basedir, 'audit/id_rsa').text = '5up3r53cr37\n'
new File(basedir, 'audit/.samignore').text = '/notes.txt\n'
new File(basedir, 'audit/notes.txt').text = 'nothing that the function needs\n'

context.put('aws', new LocalAws(basedir))

return true
