package io.github.balethon.inbox.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.inbox.UpdateIdentity;
import io.github.balethon.model.Update;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;

/**
 * Converts updates to records and back. The key of a record is the lane of its update, so
 * that the updates of a lane are in one partition, in their order. The value is the JSON,
 * as Bale sent it.
 */
final class UpdateRecords {

	/** Header with a hash of the {@link UpdateIdentity}, as a long. */
	static final String IDENTITY = "bale-identity";

	/** Header of a dead letter that is replayed, which is no duplicate. */
	static final String REPLAYED = "bale-replayed";

	private static final byte[] YES = { 1 };

	private final KafkaInboxTopics topics;

	private final UpdateDecoder decoder = new UpdateDecoder();

	UpdateRecords(KafkaInboxTopics topics) {
		this.topics = topics;
	}

	List<ProducerRecord<byte[], byte[]>> of(List<ReceivedUpdate> page, InboxReceiver receiver) {
		List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(page.size());
		for (ReceivedUpdate received : page) {
			records.add(of(received, receiver));
		}
		return records;
	}

	ProducerRecord<byte[], byte[]> of(ReceivedUpdate received, InboxReceiver receiver) {
		Update update = received.update();
		Route route = (update != null) ? receiver.route(update) : Route.UNORDERED;
		long identity = UpdateIdentity.of(received).hash();
		String topic = (route.urgent() ? this.topics.urgent() : this.topics.updates()).name();
		LaneKey lane = route.lane();
		// Without a lane, the duplicates of an update are in one partition all the same.
		byte[] key = (lane != null) ? key(lane) : bytes(identity);
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, received.payload());
		record.headers().add(IDENTITY, bytes(identity));
		return record;
	}

	/**
	 * Returns the record of a dead letter that is handled again.
	 * @param received the update, which can be parsed
	 * @param receiver determines the lane
	 * @return the record
	 */
	ProducerRecord<byte[], byte[]> replayed(ReceivedUpdate received, InboxReceiver receiver) {
		ProducerRecord<byte[], byte[]> record = of(received, receiver);
		record.headers().add(REPLAYED, YES);
		return record;
	}

	/**
	 * Returns the partition of a lane, as the default partitioner selects it.
	 * @param lane the lane
	 * @param partitions number of partitions of the topic of updates
	 * @return the partition
	 */
	static int partition(LaneKey lane, int partitions) {
		return Utils.toPositive(Utils.murmur2(key(lane))) % partitions;
	}

	private static byte[] key(LaneKey lane) {
		String text = (lane.sender() != null) ? lane.chat() + "/" + lane.sender() : Long.toString(lane.chat());
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	private static byte[] bytes(long value) {
		return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
	}

	ReceivedUpdate decode(ConsumerRecord<byte[], byte[]> record) {
		return decode((record.value() != null) ? record.value() : new byte[0]);
	}

	ReceivedUpdate decode(byte[] payload) {
		return this.decoder.decode(payload);
	}

	/**
	 * Returns a hash of the identity of an update.
	 * @param record a record, possibly of another producer
	 * @return the hash
	 */
	long identity(ConsumerRecord<byte[], byte[]> record) {
		Header header = record.headers().lastHeader(IDENTITY);
		if (header != null && header.value() != null && header.value().length == Long.BYTES) {
			return ByteBuffer.wrap(header.value()).getLong();
		}
		return UpdateIdentity.of(decode(record)).hash();
	}

	static boolean isReplayed(ConsumerRecord<byte[], byte[]> record) {
		return record.headers().lastHeader(REPLAYED) != null;
	}

}
