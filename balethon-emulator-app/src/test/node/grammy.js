// The bot of AbstractForeignClientTests with grammY. Arguments: the base URL and the token.
import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from 'grammy';

const [apiRoot, token, pixel, wallet] = process.argv.slice(2);

const image = () => new InputFile(Buffer.from(pixel, 'base64'), 'pixel.png');

const bot = new Bot(token, { client: { apiRoot } });

async function refusal(call) {
	try {
		return await call;
	}
	catch (error) {
		if (error instanceof GrammyError) {
			return error;
		}
		throw error;
	}
}

bot.command('start', (ctx) => ctx.reply(`سلام ${ctx.from.first_name}`,
	{ reply_markup: new InlineKeyboard().text('Buy', 'buy') }));
bot.callbackQuery('buy', async (ctx) => {
	await ctx.answerCallbackQuery('ok');
	await ctx.editMessageText('bought');
});
bot.hears('keyboard', (ctx) => ctx.reply('Choose', { reply_markup: new Keyboard().text('Yes').text('No').resized() }));
bot.hears('photo', (ctx) => ctx.replyWithPhoto(image(), { caption: 'a pixel' }));
bot.hears('document', (ctx) => ctx.replyWithDocument(new InputFile(Buffer.from('a,b'), 'list.txt')));
bot.hears('album', (ctx) => ctx.replyWithMediaGroup([InputMediaBuilder.photo(image()), InputMediaBuilder.photo(image())]));
bot.hears('invoice', (ctx) => ctx.replyWithInvoice('Book', 'A book', 'x', 'IRR', [{ label: 'Book', amount: 5000 }],
	{ provider_token: wallet }));
bot.hears('error', async (ctx) => {
	const error = await refusal(ctx.api.sendMessage(404404, 'x'));
	await ctx.reply(`${error.error_code} ${error.description}`);
});
bot.hears('limit', async (ctx) => {
	const error = await refusal(ctx.replyWithLocation(35.7, 51.4));
	await ctx.reply(`retry after ${error.parameters.retry_after}`);
});
bot.on('pre_checkout_query', (ctx) => ctx.answerPreCheckoutQuery(true));
bot.on(':successful_payment', (ctx) => ctx.reply(`receipt ${ctx.message.successful_payment.total_amount}`));
bot.on(':document', async (ctx) => {
	const file = await ctx.getFile();
	const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
	await ctx.reply(`${(await response.arrayBuffer()).byteLength} bytes`);
});
bot.on(':text', (ctx) => ctx.reply(ctx.message.text));
bot.catch((error) => console.error(error));
bot.start();
