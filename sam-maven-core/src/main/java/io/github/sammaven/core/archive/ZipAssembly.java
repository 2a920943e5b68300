package io.github.sammaven.core.archive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;

/** Joins pieces that were deflated on several threads into one archive. */
final class ZipAssembly {

    private final ZipOutput zip;
    private final Optional<List<FileSum>> sums;
    private final Queue<PieceDeflater> idle = new ConcurrentLinkedQueue<>();
    private final CRC32 crc = new CRC32();

    /** @param sums what the content of each file must add up to, if known */
    ZipAssembly(ZipOutput zip, Optional<List<FileSum>> sums) {
        this.zip = zip;
        this.sums = sums;
    }

    void add(List<TreeFile> files, int threads) throws IOException {
        try (OrderedTasks<PieceDeflater> tasks = new OrderedTasks<>(threads, this::append)) {
            ZipPiece.group(files, group -> tasks.add(() -> deflater().pack(group)));
            tasks.finish();
            zip.finish();
        } finally {
            idle.forEach(PieceDeflater::close);
        }
    }

    private PieceDeflater deflater() {
        PieceDeflater free = idle.poll();
        return free == null ? new PieceDeflater() : free;
    }

    private void append(PieceDeflater deflater) throws IOException {
        for (PieceDeflater.Packed packed : deflater.result()) {
            append(packed);
        }
        idle.add(deflater);
    }

    private void append(PieceDeflater.Packed packed) throws IOException {
        ZipPiece piece = packed.piece();
        if (piece.offset() == 0) {
            crc.reset();
        }
        crc.update(packed.content());
        int sum = (int) crc.getValue();
        if (piece.isLast() && sums.isPresent() && sums.get().get(piece.index()).crc() != sum) {
            throw piece.file().changed();
        }
        if (piece.isWhole()) {
            zip.add(piece.file(), sum, packed.packed());
            return;
        }
        if (piece.offset() == 0) {
            zip.open(piece.file());
        }
        zip.append(packed.packed());
        if (piece.isLast()) {
            zip.close(piece.file(), sum);
        }
    }
}
