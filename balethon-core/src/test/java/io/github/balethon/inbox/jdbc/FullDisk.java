package io.github.balethon.inbox.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk for H2 ({@code jdbc:h2:fulldisk:async:…}) that a test can fill.
 */
public final class FullDisk extends FilePathWrapper {

	private static final String SCHEME = "fulldisk";

	private static volatile boolean full;

	static void register() {
		full = false;
		FilePath.register(new FullDisk());
	}

	static void full(boolean full) {
		FullDisk.full = full;
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(super.open(mode));
	}

	private static final class Channel extends FileBase {

		private final FileChannel channel;

		Channel(FileChannel channel) {
			this.channel = channel;
		}

		private static void space() throws IOException {
			if (full) {
				throw new IOException("No space left on device");
			}
		}

		@Override
		public int read(ByteBuffer buffer) throws IOException {
			return this.channel.read(buffer);
		}

		@Override
		public int read(ByteBuffer buffer, long position) throws IOException {
			return this.channel.read(buffer, position);
		}

		@Override
		public int write(ByteBuffer buffer) throws IOException {
			space();
			return this.channel.write(buffer);
		}

		@Override
		public int write(ByteBuffer buffer, long position) throws IOException {
			space();
			return this.channel.write(buffer, position);
		}

		@Override
		public long position() throws IOException {
			return this.channel.position();
		}

		@Override
		public FileChannel position(long position) throws IOException {
			this.channel.position(position);
			return this;
		}

		@Override
		public long size() throws IOException {
			return this.channel.size();
		}

		@Override
		public FileChannel truncate(long size) throws IOException {
			this.channel.truncate(size);
			return this;
		}

		@Override
		public void force(boolean metaData) throws IOException {
			space();
			this.channel.force(metaData);
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.channel.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.channel.close();
		}

	}

}
