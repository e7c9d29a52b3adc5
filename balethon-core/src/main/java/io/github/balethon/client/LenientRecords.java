package io.github.balethon.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.balethon.model.Animation;
import io.github.balethon.model.Audio;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatInviteLink;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.Contact;
import io.github.balethon.model.CopyTextButton;
import io.github.balethon.model.Document;
import io.github.balethon.model.File;
import io.github.balethon.model.Invoice;
import io.github.balethon.model.Location;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageEntity;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ShippingQuery;
import io.github.balethon.model.Sticker;
import io.github.balethon.model.StickerSet;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import io.github.balethon.model.Video;
import io.github.balethon.model.Voice;
import io.github.balethon.model.WebAppData;
import io.github.balethon.model.WebAppInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;

/**
 * Deserializes records that have a part of an unexpected type: the part becomes
 * {@code null}, and its JSON is kept among the unknown fields of its object. Such an
 * element of a list is removed, and the JSON of the list is kept among the unknown
 * fields. An object without one of its essential parts is itself such a part.
 * <p>
 * Each part is buffered before it is read, so this is used for the second attempt only.
 */
final class LenientRecords extends ValueDeserializerModifier {

	/**
	 * Names of the essential parts, without which the meaning of an object would be lost
	 * or changed.
	 */
	static final Map<Class<?>, Set<String>> ESSENTIAL = Map.ofEntries(Map.entry(Envelope.class, Set.of("ok", "result")),
			Map.entry(Update.class, Set.of("update_id")),
			Map.entry(Message.class, Set.of("message_id", "from", "date", "chat", "successful_payment")),
			Map.entry(CallbackQuery.class, Set.of("id", "from")),
			Map.entry(PreCheckoutQuery.class, Set.of("id", "from", "currency", "total_amount", "invoice_payload")),
			Map.entry(ShippingQuery.class, Set.of("id", "from", "invoice_payload")),
			Map.entry(SuccessfulPayment.class,
					Set.of("currency", "total_amount", "invoice_payload", "telegram_payment_charge_id")),
			Map.entry(Transaction.class, Set.of("id", "status", "userID", "amount")),
			Map.entry(Invoice.class, Set.of("total_amount")), Map.entry(User.class, Set.of("id")),
			Map.entry(Chat.class, Set.of("id")), Map.entry(ChatFullInfo.class, Set.of("id")),
			Map.entry(ChatMember.class, Set.of("status", "user")),
			Map.entry(ChatInviteLink.class, Set.of("invite_link")), Map.entry(MessageId.class, Set.of("message_id")),
			Map.entry(MessageEntity.class, Set.of("offset", "length")), Map.entry(Animation.class, Set.of("file_id")),
			Map.entry(Audio.class, Set.of("file_id")), Map.entry(Document.class, Set.of("file_id")),
			Map.entry(File.class, Set.of("file_id")), Map.entry(PhotoSize.class, Set.of("file_id")),
			Map.entry(Sticker.class, Set.of("file_id")), Map.entry(Video.class, Set.of("file_id")),
			Map.entry(Voice.class, Set.of("file_id")), Map.entry(StickerSet.class, Set.of("name")),
			Map.entry(Contact.class, Set.of("phone_number")),
			Map.entry(Location.class, Set.of("longitude", "latitude")), Map.entry(WebAppData.class, Set.of("data")),
			Map.entry(WebAppInfo.class, Set.of("url")), Map.entry(CopyTextButton.class, Set.of("text")));

	/**
	 * Names of the essential parts of which one suffices, as an update has one kind.
	 */
	static final Map<Class<?>, Set<String>> ALTERNATIVES = Map.of(Update.class, Set.of("message", "edited_message",
			"callback_query", "pre_checkout_query", "channel_post", "edited_channel_post", "shipping_query"));

	private static final long serialVersionUID = 1L;

	@Override
	public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config, BeanDescription.Supplier bean,
			ValueDeserializer<?> deserializer) {
		return (deserializer instanceof BeanDeserializer strict && bean.getBeanClass().isRecord())
				? new LenientDeserializer(strict) : deserializer;
	}

	private static final class LenientDeserializer extends BeanDeserializer {

		private final Set<String> essential;

		private final Set<String> alternatives;

		LenientDeserializer(BeanDeserializer strict) {
			super(strict);
			this.essential = ESSENTIAL.getOrDefault(handledType(), Set.of());
			this.alternatives = ALTERNATIVES.getOrDefault(handledType(), Set.of());
		}

		@Override
		protected Object _deserializeUsingPropertyBased(JsonParser parser, DeserializationContext context) {
			Reading reading = new Reading(startBuilding(parser, context));
			for (JsonToken token = parser.currentToken(); token == JsonToken.PROPERTY_NAME; token = parser
				.nextToken()) {
				String name = parser.currentName();
				parser.nextToken();
				add(reading, name, context.readTree(parser), context);
			}
			return build(reading, context);
		}

		// From the existing tree, as a copy at each level would take quadratic time.
		private Object read(JsonNode object, DeserializationContext context) {
			try (JsonParser parser = object.traverse(context)) {
				Reading reading = new Reading(startBuilding(parser, context));
				object.properties().forEach((field) -> add(reading, field.getKey(), field.getValue(), context));
				return build(reading, context);
			}
		}

		private PropertyValueBuffer startBuilding(JsonParser parser, DeserializationContext context) {
			return (this._anySetter != null)
					? this._propertyBasedCreator.startBuildingWithAnySetter(parser, context, null, this._anySetter)
					: this._propertyBasedCreator.startBuilding(parser, context, null);
		}

		private Object build(Reading reading, DeserializationContext context) {
			if (reading.failure != null && !reading.hasAlternative) {
				throw reading.failure;
			}
			return this._propertyBasedCreator.build(context, reading.values);
		}

		private void add(Reading reading, String name, JsonNode json, DeserializationContext context) {
			SettableBeanProperty property = this._propertyBasedCreator.findCreatorProperty(name);
			if (property == null) {
				keep(reading, name, json, context);
				return;
			}
			boolean essential = this.essential.contains(property.getName());
			boolean alternative = this.alternatives.contains(property.getName());
			try {
				if (json.isArray() && property.getType().isCollectionLikeType() && !essential) {
					Elements elements = new Elements(context);
					reading.values.assignParameter(property, elements.read(json, property.getType()));
					if (elements.incomplete) {
						keep(reading, property.getName(), json, context);
					}
				}
				else {
					Object value = value(property, json, context);
					reading.values.assignParameter(property, value);
					reading.hasAlternative |= alternative && value != null;
				}
			}
			catch (JacksonException ex) {
				if (essential) {
					throw ex;
				}
				reading.failure = alternative ? ex : reading.failure;
				keep(reading, property.getName(), json, context);
			}
		}

		private static @Nullable Object value(SettableBeanProperty property, JsonNode json,
				DeserializationContext context) {
			if (json.isObject() && context
				.findNonContextualValueDeserializer(property.getType()) instanceof LenientDeserializer lenient) {
				return lenient.read(json, context);
			}
			try (JsonParser parser = json.traverse(context)) {
				parser.nextToken();
				return property.deserialize(parser, context);
			}
		}

		private void keep(Reading reading, String name, JsonNode json, DeserializationContext context) {
			if (this._anySetter != null) {
				Object value = context.readTreeAsValue(json, Object.class);
				reading.values.bufferAnyParameterProperty(this._anySetter, name, value);
			}
		}

	}

	private static final class Reading {

		private final PropertyValueBuffer values;

		private boolean hasAlternative;

		private @Nullable JacksonException failure;

		Reading(PropertyValueBuffer values) {
			this.values = values;
		}

	}

	private static final class Elements {

		private final DeserializationContext context;

		private boolean incomplete;

		Elements(DeserializationContext context) {
			this.context = context;
		}

		List<Object> read(JsonNode array, JavaType type) {
			List<Object> elements = new ArrayList<>(array.size());
			JavaType elementType = Objects.requireNonNull(type.getContentType());
			for (JsonNode element : array) {
				try {
					Object value = element(element, elementType);
					if (value != null) {
						elements.add(value);
					}
				}
				catch (JacksonException ex) {
					this.incomplete = true;
				}
			}
			return elements;
		}

		private @Nullable Object element(JsonNode json, JavaType type) {
			if (json.isNull()) {
				return null;
			}
			if (json.isArray() && type.isCollectionLikeType()) {
				return read(json, type);
			}
			if (json.isObject()
					&& this.context.findNonContextualValueDeserializer(type) instanceof LenientDeserializer lenient) {
				return lenient.read(json, this.context);
			}
			return this.context.readTreeAsValue(json, type);
		}

	}

}
