package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/**
 * Reads and deflates pieces, one group at a time, in buffers of its own. A piece of a big file is deflated with the 32 KB
 * before it as dictionary and ends at a whole byte, so that pieces that were made on different threads join into one
 * stream. What hardly shrinks is stored: jars in an archive cost next to nothing. All of that depends on content alone.
 */
final class PieceDeflater implements AutoCloseable {

    /** Half the time of level 6 for archives that are one or two in a hundred bigger. */
    private static final int LEVEL = 4;

    private static final int WINDOW = 32 * 1024;
    private static final int MAX_STORED = 65535;
    private static final int STORED_HEADER = 5;

    /** One byte more tells that a file has grown. */
    private final byte[] content = new byte[WINDOW + ZipPiece.MAX_BYTES + 1];

    private final byte[] packed = new byte[ZipPiece.MAX_BYTES + 128 * STORED_HEADER];
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final ShrinkProbe probe = new ShrinkProbe();
    private final List<Packed> result = new ArrayList<>();

    /**
     * A piece and its bytes, which are valid until the next group.
     *
     * @param content as in the file
     * @param packed as in the archive
     */
    record Packed(ZipPiece piece, ByteBuffer content, ByteBuffer packed) {}

    /** @throws IOException if a file cannot be read or has another size than it had */
    PieceDeflater pack(List<ZipPiece> group) throws IOException {
        result.clear();
        int in = 0;
        int out = 0;
        for (ZipPiece piece : group) {
            int dictionary = (int) Math.min(WINDOW, piece.offset());
            read(piece, in, dictionary);
            in += dictionary;
            int length = pack(piece, in, dictionary, out);
            result.add(new Packed(
                    piece, ByteBuffer.wrap(content, in, piece.length()), ByteBuffer.wrap(packed, out, length)));
            in += piece.length();
            out += length;
        }
        return this;
    }

    List<Packed> result() {
        return result;
    }

    private void read(ZipPiece piece, int at, int dictionary) throws IOException {
        TreeFile file = piece.file();
        int wanted = dictionary + piece.length();
        int limit = piece.isLast() ? wanted + 1 : wanted;
        ByteBuffer buffer = ByteBuffer.wrap(content, at, limit);
        try (FileChannel channel = FileChannel.open(file.path())) {
            channel.position(piece.offset() - dictionary);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
        if (buffer.position() != at + wanted) {
            throw file.changed();
        }
    }

    private int pack(ZipPiece piece, int in, int dictionary, int out) {
        int storedLength = storedLength(piece.length());
        if (probe.shrinks(content, in, piece.length())) {
            deflater.reset();
            if (dictionary > 0) {
                deflater.setDictionary(content, in - dictionary, dictionary);
            }
            deflater.setInput(content, in, piece.length());
            if (piece.isLast()) {
                deflater.finish();
            }
            int flush = piece.isLast() ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
            int length = deflater.deflate(packed, out, storedLength, flush);
            if (length < storedLength) {
                return length;
            }
        }
        return store(piece, in, out);
    }

    private static int storedLength(int length) {
        int blocks = Math.max(1, (length + MAX_STORED - 1) / MAX_STORED);
        return length + blocks * STORED_HEADER;
    }

    private int store(ZipPiece piece, int in, int out) {
        int from = in;
        int to = out;
        int left = piece.length();
        do {
            int length = Math.min(MAX_STORED, left);
            left -= length;
            packed[to++] = (byte) (left == 0 && piece.isLast() ? 1 : 0);
            packed[to++] = (byte) length;
            packed[to++] = (byte) (length >> 8);
            packed[to++] = (byte) ~length;
            packed[to++] = (byte) (~length >> 8);
            System.arraycopy(content, from, packed, to, length);
            from += length;
            to += length;
        } while (left > 0);
        return to - out;
    }

    @Override
    public void close() {
        deflater.end();
        probe.close();
    }
}
