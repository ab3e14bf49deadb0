package io.pumpwatch.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** Where files are opened for writing; tests have it refuse. */
interface Disk {
    /** The machine's own files. */
    Disk REAL = FileChannel::open;

    FileChannel open(Path file, OpenOption... options) throws IOException;
}
