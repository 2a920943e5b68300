package io.github.sammaven.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * What a file's content adds up to.
 *
 * @param md5 hex, as content hashes are made of it
 * @param crc CRC-32, as archives hold it
 */
public record FileSum(String md5, int crc) {

    /**
     * @param buffer for any use meanwhile
     * @throws IOException if the file cannot be read or has another size than it had
     */
    static FileSum of(TreeFile file, byte[] buffer) throws IOException {
        MessageDigest md5 = ContentHash.digest("MD5");
        CRC32 crc = new CRC32();
        long size = 0;
        ByteBuffer chunk = ByteBuffer.wrap(buffer);
        try (FileChannel content = FileChannel.open(file.path())) {
            while (content.read(chunk.clear()) >= 0) {
                md5.update(buffer, 0, chunk.position());
                crc.update(buffer, 0, chunk.position());
                size += chunk.position();
            }
        } catch (IOException failure) {
            throw file.unreadable(failure);
        }
        if (size != file.size()) {
            throw file.changed();
        }
        return new FileSum(HexFormat.of().formatHex(md5.digest()), (int) crc.getValue());
    }
}
