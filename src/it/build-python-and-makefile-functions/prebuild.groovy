import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

// A package index of our own: one wheel in a folder.
def wheels = new File(basedir, 'wheels')
wheels.mkdirs()
def files = [
    'phrases/__init__.py': "def greeting(name):\n    return f'Hello, {name}'\n",
    'phrases-1.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: phrases\nVersion: 1.0\n',
    'phrases-1.0.dist-info/WHEEL': 'Wheel-Version: 1.0\nGenerator: it\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
]
files['phrases-1.0.dist-info/RECORD'] = (files.keySet() + 'phrases-1.0.dist-info/RECORD').collect { "${it},,\n" }.join()

new ZipOutputStream(new FileOutputStream(new File(wheels, 'phrases-1.0-py3-none-any.whl'))).withCloseable { wheel ->
    files.each { name, text ->
        wheel.putNextEntry(new ZipEntry(name))
        wheel.write(text.toString().getBytes('UTF-8'))
        wheel.closeEntry()
    }
}

return true
