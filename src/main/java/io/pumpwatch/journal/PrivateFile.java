package io.pumpwatch.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Small files that only the agent's own user may read. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes it whole or not at all; it is private before the first byte is in it. */
    static void write(Disk disk, Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(beside);
        }
        try (FileChannel out = disk.open(beside, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            long at = 0;
            while (bytes.hasRemaining()) {
                at += out.write(bytes, at);
            }
            out.force(true);
        }
        disk.move(beside, file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            disk.syncFolder(folder);
        }
    }
}
