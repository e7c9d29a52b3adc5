// The bot of AbstractForeignClientTests with telegraf. Arguments: the base URL and the token.
import { Input, Markup, Telegraf, TelegramError } from 'telegraf';
import { message } from 'telegraf/filters';

const [apiRoot, token, pixel, wallet] = process.argv.slice(2);

const image = () => Input.fromBuffer(Buffer.from(pixel, 'base64'), 'pixel.png');

const bot = new Telegraf(token, { telegram: { apiRoot } });

async function refusal(call) {
	try {
		return await call;
	}
	catch (error) {
		if (error instanceof TelegramError) {
			return error;
		}
		throw error;
	}
}

bot.start((ctx) => ctx.reply(`سلام ${ctx.from.first_name}`,
	Markup.inlineKeyboard([Markup.button.callback('Buy', 'buy')])));
bot.action('buy', async (ctx) => {
	await ctx.answerCbQuery('ok');
	await ctx.editMessageText('bought');
});
bot.hears('keyboard', (ctx) => ctx.reply('Choose', Markup.keyboard(['Yes', 'No']).resize()));
bot.hears('photo', (ctx) => ctx.replyWithPhoto(image(), { caption: 'a pixel' }));
bot.hears('document', (ctx) => ctx.replyWithDocument(Input.fromBuffer(Buffer.from('a,b'), 'list.txt')));
bot.hears('album', (ctx) => ctx.replyWithMediaGroup([{ type: 'photo', media: image() }, { type: 'photo', media: image() }]));
bot.hears('invoice', (ctx) => ctx.replyWithInvoice({ title: 'Book', description: 'A book', payload: 'x', currency: 'IRR',
	provider_token: wallet, prices: [{ label: 'Book', amount: 5000 }] }));
bot.hears('error', async (ctx) => {
	const error = await refusal(ctx.telegram.sendMessage(404404, 'x'));
	await ctx.reply(`${error.code} ${error.description}`);
});
bot.hears('limit', async (ctx) => {
	const error = await refusal(ctx.replyWithLocation(35.7, 51.4));
	await ctx.reply(`retry after ${error.parameters.retry_after}`);
});
bot.on('pre_checkout_query', (ctx) => ctx.answerPreCheckoutQuery(true));
bot.on(message('successful_payment'), (ctx) => ctx.reply(`receipt ${ctx.message.successful_payment.total_amount}`));
bot.on(message('document'), async (ctx) => {
	const response = await fetch(await ctx.telegram.getFileLink(ctx.message.document.file_id));
	await ctx.reply(`${(await response.arrayBuffer()).byteLength} bytes`);
});
bot.on(message('text'), (ctx) => ctx.reply(ctx.message.text));
bot.catch((error) => console.error(error));
bot.launch();
