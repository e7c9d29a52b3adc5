package io.github.balethon.client;

import java.nio.file.Path;
import java.util.List;

import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.BanChatMember;
import io.github.balethon.method.CopyMessage;
import io.github.balethon.method.DeleteMessage;
import io.github.balethon.method.DeleteWebhook;
import io.github.balethon.method.DownloadFile;
import io.github.balethon.method.EditMessageCaption;
import io.github.balethon.method.EditMessageReplyMarkup;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.ForwardMessage;
import io.github.balethon.method.GetChat;
import io.github.balethon.method.GetChatAdministrators;
import io.github.balethon.method.GetChatMember;
import io.github.balethon.method.GetChatMembersCount;
import io.github.balethon.method.GetFile;
import io.github.balethon.method.GetMe;
import io.github.balethon.method.GetWebhookInfo;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.InputMedia;
import io.github.balethon.method.InquireTransaction;
import io.github.balethon.method.PinChatMessage;
import io.github.balethon.method.ReplyMethod;
import io.github.balethon.method.SendAnimation;
import io.github.balethon.method.SendAudio;
import io.github.balethon.method.SendChatAction;
import io.github.balethon.method.SendContact;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendLocation;
import io.github.balethon.method.SendMediaGroup;
import io.github.balethon.method.SendMessage;
import io.github.balethon.method.SendPhoto;
import io.github.balethon.method.SendSticker;
import io.github.balethon.method.SendVideo;
import io.github.balethon.method.SendVoice;
import io.github.balethon.method.UnbanChatMember;
import io.github.balethon.method.UnpinChatMessage;
import io.github.balethon.model.BaleFile;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatMember;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.File;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ReplyMarkup;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Transaction;
import io.github.balethon.model.User;
import io.github.balethon.model.WebhookInfo;

/**
 * {@link BaleClient} for threads that may wait, such as the workers that run handlers.
 * Each method returns when Bale has answered and throws what the {@code Mono} would fail
 * with. On an event loop every method throws {@link IllegalStateException} at once.
 * <pre class="code">
 * Message message = bale.sendMessage(chatId, "…");
 * bale.editMessageText(message, "Hello");
 * </pre>
 *
 * @since 0.1.0
 */
public interface BlockingBaleClient {

	/**
	 * Executes any request.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 */
	<R> R execute(BaleMethod<R> method);

	/**
	 * Asks who the bot is.
	 * @return the bot
	 */
	default User getMe() {
		return execute(GetMe.of());
	}

	/**
	 * Asks for the state of the webhook.
	 * @return the state
	 */
	default WebhookInfo getWebhookInfo() {
		return execute(GetWebhookInfo.of());
	}

	/**
	 * Takes the webhook away.
	 * @return {@code true}
	 */
	default Boolean deleteWebhook() {
		return execute(DeleteWebhook.of());
	}

	/**
	 * Sends a text.
	 * @param chatId the number of the chat
	 * @param text the text, 1 to 4096 characters, read as Markdown by Bale
	 * @return the message as it was sent
	 */
	default Message sendMessage(long chatId, String text) {
		return execute(SendMessage.of(chatId, text));
	}

	/**
	 * Sends a text with a keyboard.
	 * @param chatId the number of the chat
	 * @param text the text, 1 to 4096 characters, read as Markdown by Bale
	 * @param markup the keyboard
	 * @return the message as it was sent
	 */
	default Message sendMessage(long chatId, String text, ReplyMarkup markup) {
		return execute(SendMessage.of(chatId, text).replyMarkup(markup));
	}

	/**
	 * Sends a text to the chat of a message, quoting it.
	 * @param message the message to answer
	 * @param text the text, 1 to 4096 characters
	 * @return the message as it was sent
	 */
	default Message reply(Message message, String text) {
		return execute(SendMessage.of(text).replyTo(message));
	}

	/**
	 * Sends anything to the chat of a message, quoting it.
	 * @param <R> the type of the result
	 * @param message the message to answer
	 * @param answer what to send
	 * @return the result, for most the message as it was sent
	 */
	default <R> R reply(Message message, ReplyMethod<R> answer) {
		return execute(answer.replyTo(message));
	}

	/**
	 * Sends a photo.
	 * @param chatId the number of the chat
	 * @param photo the photo
	 * @return the message as it was sent
	 */
	default Message sendPhoto(long chatId, InputFile photo) {
		return execute(SendPhoto.of(chatId, photo));
	}

	/**
	 * Sends a photo with a text.
	 * @param chatId the number of the chat
	 * @param photo the photo
	 * @param caption the text below it, up to 4096 characters
	 * @return the message as it was sent
	 */
	default Message sendPhoto(long chatId, InputFile photo, String caption) {
		return execute(SendPhoto.of(chatId, photo).caption(caption));
	}

	/**
	 * Sends a video.
	 * @param chatId the number of the chat
	 * @param video the video
	 * @return the message as it was sent
	 */
	default Message sendVideo(long chatId, InputFile video) {
		return execute(SendVideo.of(chatId, video));
	}

	/**
	 * Sends a video with a text.
	 * @param chatId the number of the chat
	 * @param video the video
	 * @param caption the text below it, up to 4096 characters
	 * @return the message as it was sent
	 */
	default Message sendVideo(long chatId, InputFile video, String caption) {
		return execute(SendVideo.of(chatId, video).caption(caption));
	}

	/**
	 * Sends a video without sound, or a GIF.
	 * @param chatId the number of the chat
	 * @param animation the video or GIF
	 * @return the message as it was sent
	 */
	default Message sendAnimation(long chatId, InputFile animation) {
		return execute(SendAnimation.of(chatId, animation));
	}

	/**
	 * Sends a piece of audio.
	 * @param chatId the number of the chat
	 * @param audio the piece in MP3 or M4A
	 * @return the message as it was sent
	 */
	default Message sendAudio(long chatId, InputFile audio) {
		return execute(SendAudio.of(chatId, audio));
	}

	/**
	 * Sends a piece of audio with a text.
	 * @param chatId the number of the chat
	 * @param audio the piece in MP3 or M4A
	 * @param caption the text below it, up to 4096 characters
	 * @return the message as it was sent
	 */
	default Message sendAudio(long chatId, InputFile audio, String caption) {
		return execute(SendAudio.of(chatId, audio).caption(caption));
	}

	/**
	 * Sends a voice message.
	 * @param chatId the number of the chat
	 * @param voice the voice message
	 * @return the message as it was sent
	 */
	default Message sendVoice(long chatId, InputFile voice) {
		return execute(SendVoice.of(chatId, voice));
	}

	/**
	 * Sends a file of any kind.
	 * @param chatId the number of the chat
	 * @param document the file
	 * @return the message as it was sent
	 */
	default Message sendDocument(long chatId, InputFile document) {
		return execute(SendDocument.of(chatId, document));
	}

	/**
	 * Sends a file of any kind with a text.
	 * @param chatId the number of the chat
	 * @param document the file
	 * @param caption the text below it, up to 4096 characters
	 * @return the message as it was sent
	 */
	default Message sendDocument(long chatId, InputFile document, String caption) {
		return execute(SendDocument.of(chatId, document).caption(caption));
	}

	/**
	 * Sends a sticker that Bale knows.
	 * @param chatId the number of the chat
	 * @param sticker the sticker
	 * @return the message as it was sent
	 */
	default Message sendSticker(long chatId, InputFile sticker) {
		return execute(SendSticker.of(chatId, sticker));
	}

	/**
	 * Sends an album.
	 * @param chatId the number of the chat
	 * @param media the items of the album
	 * @return its messages as they were sent
	 */
	default List<Message> sendMediaGroup(long chatId, List<? extends InputMedia> media) {
		return execute(SendMediaGroup.of(chatId, media));
	}

	/**
	 * Sends a place.
	 * @param chatId the number of the chat
	 * @param latitude the degrees north
	 * @param longitude the degrees east
	 * @return the message as it was sent
	 */
	default Message sendLocation(long chatId, double latitude, double longitude) {
		return execute(SendLocation.of(chatId, latitude, longitude));
	}

	/**
	 * Sends a phone number with a name.
	 * @param chatId the number of the chat
	 * @param phoneNumber the phone number
	 * @param firstName the first name
	 * @return the message as it was sent
	 */
	default Message sendContact(long chatId, String phoneNumber, String firstName) {
		return execute(SendContact.of(chatId, phoneNumber, firstName));
	}

	/**
	 * Sends a message on, with a link to where it comes from.
	 * @param chatId the number of the chat to send to
	 * @param message the message
	 * @return the message as it was sent
	 */
	default Message forwardMessage(long chatId, Message message) {
		return execute(ForwardMessage.of(chatId, message));
	}

	/**
	 * Sends the content of a message again, without a link to it.
	 * @param chatId the number of the chat to send to
	 * @param message the message
	 * @return the number of the new message
	 */
	default MessageId copyMessage(long chatId, Message message) {
		return execute(CopyMessage.of(chatId, message));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageText(Message message, String text) {
		return execute(EditMessageText.of(message, text));
	}

	/**
	 * Changes the text and the keyboard of a message of the bot.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @param markup the new keyboard
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageText(Message message, String text, InlineKeyboardMarkup markup) {
		return execute(EditMessageText.of(message, text).replyMarkup(markup));
	}

	/**
	 * Changes the text of a message of the bot.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @param text the new text, 1 to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageText(long chatId, long messageId, String text) {
		return execute(EditMessageText.of(chatId, messageId, text));
	}

	/**
	 * Changes the text below a file in a message of the bot.
	 * @param message the message, as it was sent
	 * @param caption the new text, up to 4096 characters
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageCaption(Message message, String caption) {
		return execute(EditMessageCaption.of(message).caption(caption));
	}

	/**
	 * Changes the keyboard of a message of the bot.
	 * @param message the message, as it was sent
	 * @param markup the new keyboard
	 * @return a confirmation, which does not name the message
	 */
	default EditedMessage editMessageReplyMarkup(Message message, InlineKeyboardMarkup markup) {
		return execute(EditMessageReplyMarkup.of(message).replyMarkup(markup));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(Message message) {
		return execute(DeleteMessage.of(message));
	}

	/**
	 * Deletes a message that is younger than 48 hours.
	 * @param chatId the number of the chat
	 * @param messageId the number of the message
	 * @return {@code true}
	 */
	default Boolean deleteMessage(long chatId, long messageId) {
		return execute(DeleteMessage.of(chatId, messageId));
	}

	/**
	 * Pins a message.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean pinChatMessage(Message message) {
		return execute(PinChatMessage.of(message));
	}

	/**
	 * Takes a pinned message down.
	 * @param message the message
	 * @return {@code true}
	 */
	default Boolean unpinChatMessage(Message message) {
		return execute(UnpinChatMessage.of(message));
	}

	/**
	 * Ends the waiting of a button.
	 * @param query the press of the button
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query) {
		return execute(AnswerCallbackQuery.of(query.id()));
	}

	/**
	 * Ends the waiting of a button with a notice.
	 * @param query the press of the button
	 * @param text the notice, up to 200 characters
	 * @return {@code true}
	 */
	default Boolean answerCallbackQuery(CallbackQuery query, String text) {
		return execute(AnswerCallbackQuery.of(query.id()).text(text));
	}

	/**
	 * Shows for up to 6 seconds what the bot is doing.
	 * @param chatId the number of the chat
	 * @param action what is shown
	 * @return {@code true}
	 */
	default Boolean sendChatAction(long chatId, ChatAction action) {
		return execute(SendChatAction.of(chatId, action));
	}

	/**
	 * Asks for all that Bale tells of a chat or of a person.
	 * @param chatId the number of the chat
	 * @return what it tells
	 */
	default ChatFullInfo getChat(long chatId) {
		return execute(GetChat.of(chatId));
	}

	/**
	 * Asks for a person in a group or channel. Somebody who is no member is an error.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the person with their rights
	 */
	default ChatMember getChatMember(long chatId, long userId) {
		return execute(GetChatMember.of(chatId, userId));
	}

	/**
	 * Asks who administers a group or channel.
	 * @param chatId the number of the chat
	 * @return the administrators
	 */
	default List<ChatMember> getChatAdministrators(long chatId) {
		return execute(GetChatAdministrators.of(chatId));
	}

	/**
	 * Asks how many members a group or channel has.
	 * @param chatId the number of the chat
	 * @return the number
	 */
	default Integer getChatMembersCount(long chatId) {
		return execute(GetChatMembersCount.of(chatId));
	}

	/**
	 * Removes a person from a group or channel for good.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return {@code true}
	 */
	default Boolean banChatMember(long chatId, long userId) {
		return execute(BanChatMember.of(chatId, userId));
	}

	/**
	 * Lets a person in again who was banned. Nothing is done to others.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return {@code true}
	 */
	default Boolean unbanChatMember(long chatId, long userId) {
		return execute(UnbanChatMember.of(chatId, userId));
	}

	/**
	 * Consents to a payment, within 10 seconds.
	 * @param query the payment
	 * @return {@code true}
	 */
	default Boolean answerPreCheckoutQuery(PreCheckoutQuery query) {
		return execute(AnswerPreCheckoutQuery.of(query.id()));
	}

	/**
	 * Refuses a payment.
	 * @param query the payment
	 * @param errorMessage why, for the person
	 * @return {@code true}
	 */
	default Boolean refusePreCheckoutQuery(PreCheckoutQuery query, String errorMessage) {
		return execute(AnswerPreCheckoutQuery.of(query.id()).reject(errorMessage));
	}

	/**
	 * Asks for the state of a payment.
	 * @param payment the payment, as its message tells it
	 * @return the state
	 */
	default Transaction inquireTransaction(SuccessfulPayment payment) {
		return execute(InquireTransaction.of(payment.telegramPaymentChargeId()));
	}

	/**
	 * Makes a file ready to be downloaded for about an hour.
	 * @param fileId the id of the file
	 * @return the file with its path
	 */
	default File getFile(String fileId) {
		return execute(GetFile.of(fileId));
	}

	/**
	 * Downloads a file of at most 64 MB; it appears when it is there as a whole.
	 * @param fileId the id of the file
	 * @param target the path of the file that is written
	 * @return the path
	 */
	default Path download(String fileId, Path target) {
		return execute(DownloadFile.of(fileId, target));
	}

	/**
	 * Downloads a file of at most 64 MB; it appears when it is there as a whole.
	 * @param file the file
	 * @param target the path of the file that is written
	 * @return the path
	 */
	default Path download(BaleFile file, Path target) {
		return execute(DownloadFile.of(file, target));
	}

	/**
	 * The blocking view of a client.
	 * @param client the client that makes the calls
	 * @return its view
	 */
	static BlockingBaleClient of(BaleClient client) {
		return new DefaultBlockingBaleClient(client);
	}

}
