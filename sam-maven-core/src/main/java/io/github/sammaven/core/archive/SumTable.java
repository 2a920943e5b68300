package io.github.sammaven.core.archive;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;

/** Sums in few bytes, of which those are unpacked that are asked for. */
final class SumTable extends AbstractList<FileSum> implements RandomAccess {

    private static final int HASH_BYTES = 16;
    private static final int SUM_BYTES = HASH_BYTES + Integer.BYTES;

    private final byte[] packed;

    SumTable(byte[] packed) {
        this.packed = packed;
    }

    static SumTable of(List<FileSum> sums) {
        if (sums instanceof SumTable table) {
            return table;
        }
        ByteBuffer bytes = ByteBuffer.allocate(sums.size() * SUM_BYTES);
        for (FileSum sum : sums) {
            bytes.put(HexFormat.of().parseHex(sum.md5())).putInt(sum.crc());
        }
        return new SumTable(bytes.array());
    }

    byte[] packed() {
        return packed;
    }

    @Override
    public FileSum get(int index) {
        int start = index * SUM_BYTES;
        return new FileSum(
                HexFormat.of().formatHex(packed, start, start + HASH_BYTES),
                ByteBuffer.wrap(packed).getInt(start + HASH_BYTES));
    }

    @Override
    public int size() {
        return packed.length / SUM_BYTES;
    }
}
