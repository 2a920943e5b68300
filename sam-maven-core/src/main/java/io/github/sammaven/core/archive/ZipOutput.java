package io.github.sammaven.core.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The zip format around bytes that are deflated already. Written from front to back: entries that are added in pieces have
 * their sizes after the content, all others before it. Zip64 is used where numbers need it, by the same rule everywhere.
 */
final class ZipOutput {

    /** Leaves room for content that grows by being deflated. */
    static final long ZIP64_FROM = 0xFF00_0000L;

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL_HEADER = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int ZIP64_END = 0x06064b50;
    private static final int ZIP64_LOCATOR = 0x07064b50;
    private static final int ZIP64_EXTRA = 1;

    private static final short UTF8 = 1 << 11;
    private static final short SIZES_FOLLOW = 1 << 3;
    private static final short DEFLATED = 8;
    private static final short VERSION = 20;
    private static final short VERSION_ZIP64 = 45;
    private static final int UNIX = 3 << 8;
    private static final short MIDNIGHT = 0;
    private static final short FIRST_OF_JANUARY_1980 = 1 << 5 | 1;
    private static final int REGULAR = 0100644;
    private static final int EXECUTABLE = 0100755;
    private static final int MAX_NAME = 0xFFFF;
    private static final int MAX_COUNT = 0xFFFF;

    private final OutputStream output;
    private final long zip64From;
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long position;
    private long count;
    private long entryStart;
    private long entryPacked;

    ZipOutput(OutputStream output) {
        this(output, ZIP64_FROM);
    }

    /** @param zip64From sizes and offsets from here on are written as 64 bits */
    ZipOutput(OutputStream output, long zip64From) {
        this.output = output;
        this.zip64From = zip64From;
    }

    /** Adds an entry whose content is at hand. */
    void add(TreeFile file, int crc, ByteBuffer packed) throws IOException {
        int length = packed.remaining();
        startEntry(file, crc, length, UTF8);
        write(packed);
        listInDirectory(file, crc, length, UTF8);
    }

    /** Starts an entry whose content comes in pieces. */
    void open(TreeFile file) throws IOException {
        startEntry(file, 0, 0, (short) (UTF8 | SIZES_FOLLOW));
        entryPacked = position;
    }

    void append(ByteBuffer packed) throws IOException {
        write(packed);
    }

    /** Ends what {@link #open} started. */
    void close(TreeFile file, int crc) throws IOException {
        long packed = position - entryPacked;
        ByteBuffer descriptor = buffer(24).putInt(DESCRIPTOR).putInt(crc);
        if (needsZip64(file)) {
            descriptor.putLong(packed).putLong(file.size());
        } else {
            descriptor.putInt((int) packed).putInt((int) file.size());
        }
        write(descriptor.flip());
        listInDirectory(file, crc, packed, (short) (UTF8 | SIZES_FOLLOW));
    }

    /** Writes what comes after the last entry. */
    void finish() throws IOException {
        long start = position;
        write(ByteBuffer.wrap(directory.toByteArray()));
        long size = position - start;
        boolean zip64 = count >= MAX_COUNT || start >= zip64From || size >= zip64From;
        if (zip64) {
            long end = position;
            write(buffer(56)
                    .putInt(ZIP64_END)
                    .putLong(44)
                    .putShort((short) (UNIX | VERSION_ZIP64))
                    .putShort(VERSION_ZIP64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(size)
                    .putLong(start)
                    .flip());
            write(buffer(20)
                    .putInt(ZIP64_LOCATOR)
                    .putInt(0)
                    .putLong(end)
                    .putInt(1)
                    .flip());
        }
        short shownCount = (short) (zip64 ? MAX_COUNT : count);
        write(buffer(22)
                .putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(shownCount)
                .putShort(shownCount)
                .putInt(zip64 ? -1 : (int) size)
                .putInt(zip64 ? -1 : (int) start)
                .putShort((short) 0)
                .flip());
    }

    private void startEntry(TreeFile file, int crc, int packed, short flags) throws IOException {
        byte[] name = name(file);
        boolean zip64 = needsZip64(file);
        boolean sizesFollow = (flags & SIZES_FOLLOW) != 0;
        entryStart = position;
        ByteBuffer header = buffer(30 + name.length + 20)
                .putInt(LOCAL_HEADER)
                .putShort(zip64 ? VERSION_ZIP64 : VERSION)
                .putShort(flags)
                .putShort(DEFLATED)
                .putShort(MIDNIGHT)
                .putShort(FIRST_OF_JANUARY_1980)
                .putInt(crc)
                .putInt(zip64 ? -1 : packed)
                .putInt(zip64 ? -1 : sizesFollow ? 0 : (int) file.size())
                .putShort((short) name.length)
                .putShort((short) (zip64 ? 20 : 0))
                .put(name);
        if (zip64) {
            header.putShort((short) ZIP64_EXTRA)
                    .putShort((short) 16)
                    .putLong(sizesFollow ? 0 : file.size())
                    .putLong(packed);
        }
        write(header.flip());
    }

    private void listInDirectory(TreeFile file, int crc, long packed, short flags) throws IOException {
        byte[] name = name(file);
        boolean sizes = needsZip64(file);
        boolean offset = entryStart >= zip64From;
        int extra = (sizes ? 16 : 0) + (offset ? 8 : 0);
        short version = sizes || offset ? VERSION_ZIP64 : VERSION;
        ByteBuffer header = buffer(46 + name.length + 4 + extra)
                .putInt(CENTRAL_HEADER)
                .putShort((short) (UNIX | version))
                .putShort(version)
                .putShort(flags)
                .putShort(DEFLATED)
                .putShort(MIDNIGHT)
                .putShort(FIRST_OF_JANUARY_1980)
                .putInt(crc)
                .putInt(sizes ? -1 : (int) packed)
                .putInt(sizes ? -1 : (int) file.size())
                .putShort((short) name.length)
                .putShort((short) (extra == 0 ? 0 : 4 + extra))
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt((file.executable() ? EXECUTABLE : REGULAR) << 16)
                .putInt(offset ? -1 : (int) entryStart)
                .put(name);
        if (extra > 0) {
            header.putShort((short) ZIP64_EXTRA).putShort((short) extra);
        }
        if (sizes) {
            header.putLong(file.size()).putLong(packed);
        }
        if (offset) {
            header.putLong(entryStart);
        }
        directory.write(header.array(), 0, header.position());
        count++;
    }

    private boolean needsZip64(TreeFile file) {
        return file.size() >= zip64From;
    }

    private static byte[] name(TreeFile file) throws IOException {
        byte[] name = file.nameBytes();
        if (name.length > MAX_NAME) {
            throw new IOException("the name of a file is longer than an archive can hold: " + file.path());
        }
        return name;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        output.write(bytes.array(), bytes.arrayOffset() + bytes.position(), length);
        position += length;
    }
}
