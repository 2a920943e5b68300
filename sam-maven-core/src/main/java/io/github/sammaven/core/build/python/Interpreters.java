package io.github.sammaven.core.build.python;

import io.github.sammaven.core.build.tool.Tool;
import io.github.sammaven.core.build.tool.ToolUse;
import io.github.sammaven.core.build.tool.Toolbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Python whose pip is to install packages. */
final class Interpreters {

    private static final String QUESTION =
            "import sys, pip; print('%s|%d.%d|%s' % ((sys.executable,) + sys.version_info[:2] + (pip.__version__,)))";

    private final Toolbox tools;

    Interpreters(Toolbox tools) {
        this.tools = tools;
    }

    /**
     * One of the same minor version if there is one, otherwise any Python 3: pip can install for another.
     *
     * @throws io.github.sammaven.core.problem.SamException if there is no Python with pip
     */
    Interpreter find(PythonVersion wanted, ToolUse use) {
        List<Interpreter> others = new ArrayList<>();
        for (String command : List.of("python" + wanted.text(), "python3", "python")) {
            for (Path program : tools.all(command)) {
                Optional<Interpreter> answer = ask(program);
                if (answer.filter(found -> found.version().equals(wanted.text()))
                        .isPresent()) {
                    return answer.get();
                }
                answer.ifPresent(others::add);
            }
        }
        return others.stream().findFirst().orElseThrow(() -> tools.missing(python(wanted), use));
    }

    private Optional<Interpreter> ask(Path program) {
        return tools.answer(program, "-c", QUESTION)
                .flatMap(output -> output.lines().reduce((before, last) -> last))
                .map(line -> line.split("\\|"))
                .filter(words -> words.length == 3 && words[1].startsWith("3."))
                .map(words -> new Interpreter(Path.of(words[0]), words[1], words[2]));
    }

    private static Tool python(PythonVersion wanted) {
        String name = "python" + wanted.text();
        return new Tool(
                "Python 3 with pip",
                "python3 that has it",
                "apt install python3-pip, brew install python@" + wanted.text() + ", winget install Python.Python."
                        + wanted.text() + ", or https://www.python.org; " + name + " itself is best");
    }
}
