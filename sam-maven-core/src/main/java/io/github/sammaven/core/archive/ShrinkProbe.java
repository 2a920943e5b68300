package io.github.sammaven.core.archive;

import java.util.zip.Deflater;

/** Tells from a few samples whether deflating is worth the time. */
final class ShrinkProbe implements AutoCloseable {

    private static final int SAMPLES = 4;
    private static final int SAMPLE_BYTES = 4096;

    /** Below, deflating costs little more than the samples. */
    private static final int MIN_BYTES = 2 * SAMPLES * SAMPLE_BYTES;

    /** Jars, whose samples save up to a tenth, would shrink by a twentieth at ten times the cost of storing them. */
    private static final double WORTH_IT = 0.9;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final byte[] ignored = new byte[2 * SAMPLE_BYTES];

    boolean shrinks(byte[] bytes, int start, int length) {
        if (length < MIN_BYTES) {
            return true;
        }
        int packed = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            deflater.reset();
            deflater.setInput(bytes, start + (length - SAMPLE_BYTES) / (SAMPLES - 1) * sample, SAMPLE_BYTES);
            deflater.finish();
            packed += deflater.deflate(ignored);
        }
        return packed < WORTH_IT * SAMPLES * SAMPLE_BYTES;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
