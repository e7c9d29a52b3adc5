/** The emulator accepts larger requests, but Bale does not accept larger files. */
const LARGEST = 50_000_000;

/**
 * Returns the kind of message that a file becomes.
 */
export function kindOf(file) {
	const [type] = file.type.split('/');
	if (file.type === 'image/gif') {
		return 'animation';
	}
	return { image: 'photo', video: 'video', audio: 'audio' }[type] ?? 'document';
}

export function isTooLarge(file) {
	return file.size > LARGEST;
}

/**
 * Returns an attachment of the control API.
 */
export async function attachmentOf(file, kind, caption) {
	const attachment = { kind, bytes: await base64(file) };
	if (kind !== 'photo' && kind !== 'voice') {
		attachment.file_name = file.name;
	}
	if (kind !== 'photo' && file.type) {
		// Without parameters such as the codec.
		attachment.mime_type = file.type.split(';')[0];
	}
	return caption ? { ...attachment, caption } : attachment;
}

/**
 * Whether files can be sent as an album: documents and music only among themselves.
 */
export function isAlbum(kinds) {
	const visual = kinds.every((kind) => kind === 'photo' || kind === 'video');
	const alike = ['audio', 'document'].some((only) => kinds.every((kind) => kind === only));
	return kinds.length >= 2 && kinds.length <= 10 && (visual || alike);
}

export function sizeText(bytes, lang) {
	const [value, unit] = bytes < 1000 ? [bytes, 'byte'] : bytes < 1_000_000 ? [bytes / 1000, 'kilobyte']
		: [bytes / 1_000_000, 'megabyte'];
	return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function base64(file) {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
		reader.onerror = () => reject(reader.error);
		reader.readAsDataURL(file);
	});
}
