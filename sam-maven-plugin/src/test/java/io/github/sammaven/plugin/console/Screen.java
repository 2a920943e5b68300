package io.github.sammaven.plugin.console;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows of the bytes it is sent, as far as the live block uses it. */
final class Screen extends OutputStream {

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[(\\??\\d*)([A-Za-z])");

    private final int width;
    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private final StringBuilder pending = new StringBuilder();
    private int row;
    private int column;
    private boolean wraps = true;
    private int drawings;

    Screen(int width) {
        this.width = width;
    }

    @Override
    public synchronized void write(int value) {
        if (value == 27 || pending.length() > 0) {
            pending.append((char) value);
            Matcher escape = ESCAPE.matcher(pending);
            if (escape.matches()) {
                String number = escape.group(1);
                char command = escape.group(2).charAt(0);
                pending.setLength(0);
                obey(number, command);
            }
            return;
        }
        if (value == '\n') {
            column = 0;
            down();
        } else if (value == '\r') {
            column = 0;
        } else {
            put((char) value);
        }
    }

    private void obey(String number, char command) {
        if (command == 'A') {
            row = Math.max(0, row - Integer.parseInt(number));
        } else if (command == 'J') {
            rows.get(row).setLength(Math.min(column, rows.get(row).length()));
            rows.subList(row + 1, rows.size()).clear();
        } else if (command == 'l' || command == 'h') {
            wraps = command == 'h';
            drawings += command == 'l' ? 1 : 0;
        } else if (command != 'm') {
            throw new IllegalStateException("unknown: " + number + command);
        }
    }

    private void put(char letter) {
        if (column == width) {
            if (!wraps) {
                return;
            }
            column = 0;
            down();
        }
        StringBuilder line = rows.get(row);
        line.setLength(Math.max(line.length(), column));
        line.replace(column, Math.min(column + 1, line.length()), String.valueOf(letter));
        column++;
    }

    private void down() {
        row++;
        if (row == rows.size()) {
            rows.add(new StringBuilder());
        }
    }

    /** Lines with something in them. */
    synchronized List<String> lines() {
        return rows.stream()
                .map(line -> line.toString().stripTrailing())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** How often the block was drawn. */
    synchronized int drawings() {
        return drawings;
    }
}
