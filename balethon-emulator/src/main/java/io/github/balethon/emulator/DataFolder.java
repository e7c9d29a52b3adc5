package io.github.balethon.emulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.github.balethon.emulator.botapi.BotApi;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.LogText;
import io.github.balethon.emulator.world.StoredFile;
import io.github.balethon.emulator.world.World;
import io.github.balethon.emulator.world.WorldState.Saved;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the chats, updates and files of a bot. Each write replaces a file as a
 * whole, so that a crash leaves the old one or the new one; the contents of files are
 * written before the state that refers to them.
 */
final class DataFolder {

	private static final Logger logger = LoggerFactory.getLogger(DataFolder.class);

	private static final int FORMAT = 1;

	private static final long INTERVAL_MILLIS = 500;

	private final Path folder;

	private final Path state;

	private final Path files;

	private final World world;

	private final BotApi botApi;

	private final AtomicBoolean changed = new AtomicBoolean();

	/** The files that are in the folder with the content of the state. */
	private final Set<String> written = new HashSet<>();

	private boolean cleaned;

	private @Nullable FileLock lock;

	private @Nullable ScheduledExecutorService saver;

	/**
	 * Creates the folder and loads its data.
	 * @param folder the folder of all bots
	 * @param world the messenger
	 * @param botApi the Bot API
	 * @throws IllegalStateException if the folder cannot be used
	 */
	DataFolder(Path folder, World world, BotApi botApi) {
		this.folder = folder.resolve(Long.toString(botApi.botId()));
		this.state = this.folder.resolve("state.json");
		this.files = this.folder.resolve("files");
		this.world = world;
		this.botApi = botApi;
		lock();
		try {
			load();
		}
		catch (RuntimeException ex) {
			unlock();
			throw ex;
		}
	}

	/**
	 * Marks the data as changed, to be saved soon.
	 */
	void changed() {
		this.changed.set(true);
	}

	synchronized void start() {
		lock();
		if (this.saver == null) {
			this.saver = Executors.newSingleThreadScheduledExecutor((task) -> {
				Thread thread = new Thread(task, "bale-emulator-data");
				thread.setDaemon(true);
				return thread;
			});
			this.saver.scheduleWithFixedDelay(this::saveIfChanged, INTERVAL_MILLIS, INTERVAL_MILLIS,
					TimeUnit.MILLISECONDS);
		}
	}

	/**
	 * Saves the data and releases the folder.
	 */
	synchronized void close() {
		if (this.saver != null) {
			this.saver.shutdown();
			this.saver = null;
		}
		if (this.lock != null) {
			changed();
			saveIfChanged();
			unlock();
		}
	}

	private synchronized void saveIfChanged() {
		if (this.lock == null || !this.changed.getAndSet(false)) {
			return;
		}
		try {
			save();
		}
		catch (IOException | RuntimeException ex) {
			// Saved again after the next change.
			logger.error("Emulator failed to save its data to {}, check the disk", this.folder, LogText.escape(ex));
		}
	}

	private void save() throws IOException {
		// The state before the files, so that it refers to no file that is not written.
		Saved saved = new Saved(FORMAT, this.world.state(), this.botApi.state());
		List<StoredFile> current = this.world.files().all();
		Set<String> names = new HashSet<>();
		for (StoredFile file : current) {
			String name = name(file.id());
			names.add(name);
			if (!this.written.contains(name)) {
				write(this.files.resolve(name), file.bytes());
				this.written.add(name);
			}
		}
		write(this.state, Json.bytesOf(saved));
		if (this.written.retainAll(names) || !this.cleaned) {
			deleteOthers();
			this.cleaned = true;
		}
	}

	/**
	 * Deletes the files that the state does not refer to, for example after a crash.
	 */
	private void deleteOthers() throws IOException {
		try (Stream<Path> existing = Files.list(this.files)) {
			for (Path file : existing.toList()) {
				if (!this.written.contains(file.getFileName().toString())) {
					Files.delete(file);
				}
			}
		}
	}

	private void load() {
		byte[] json;
		try {
			json = Files.readAllBytes(this.state);
		}
		catch (NoSuchFileException ex) {
			return;
		}
		catch (IOException ex) {
			throw unusable("cannot be read: " + ex.getMessage());
		}
		Saved saved = parsed(json);
		if (saved.format() != FORMAT) {
			throw unusable("has the format " + saved.format() + ", but this version of the emulator reads " + FORMAT);
		}
		try {
			this.world.restore(saved.world(), this::content);
			this.botApi.restore(saved.bot());
		}
		catch (RuntimeException ex) {
			throw unusable("is damaged");
		}
		this.world.files().all().forEach((file) -> this.written.add(name(file.id())));
	}

	private Saved parsed(byte[] json) {
		try {
			return Json.read(json, Saved.class);
		}
		catch (RuntimeException ex) {
			throw unusable("is damaged");
		}
	}

	private IllegalStateException unusable(String reason) {
		return new IllegalStateException("The file " + this.state + " " + reason
				+ ". Remove or rename it to start without chats, or use another folder.");
	}

	private byte @Nullable [] content(String id) {
		try {
			return Files.readAllBytes(this.files.resolve(name(id)));
		}
		catch (IOException ex) {
			logger.warn("File {} of the emulator is missing in {}, its message stays without content", id, this.files);
			return null;
		}
	}

	/**
	 * Returns the name of a file, as colons are not permitted on all systems.
	 * @param id the identifier of the file
	 * @return the name in the folder
	 */
	private String name(String id) {
		return id.replace(':', '-');
	}

	private void write(Path target, byte[] bytes) throws IOException {
		Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
		try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.force(true);
		}
		Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	@SuppressWarnings("resource") // Closed with the lock.
	private void lock() {
		if (this.lock != null) {
			return;
		}
		try {
			Files.createDirectories(this.files);
			FileChannel channel = FileChannel.open(this.folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			this.lock = tryLock(channel);
			if (this.lock == null) {
				channel.close();
				throw new IllegalStateException("The folder " + this.folder
						+ " is in use by another emulator. Stop it, " + "or use another folder.");
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The folder " + this.folder + " cannot be used: " + ex, ex);
		}
	}

	private @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// By another emulator of this process.
			return null;
		}
	}

	private void unlock() {
		FileLock held = this.lock;
		this.lock = null;
		if (held == null) {
			return;
		}
		try {
			held.acquiredBy().close();
		}
		catch (IOException ex) {
			logger.warn("Emulator failed to release the folder {}", this.folder, LogText.escape(ex));
		}
	}

}
