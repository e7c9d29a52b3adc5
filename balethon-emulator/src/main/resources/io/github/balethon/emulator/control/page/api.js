/**
 * Sends a request to the control API; an error has the message of the emulator.
 */
export async function post(what, body) {
	return request(what, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
}

export async function get(what) {
	return request(what, {});
}

export async function remove(what) {
	return request(what, { method: 'DELETE' });
}

async function request(what, options) {
	const response = await fetch(`emulator/${what}`, options);
	const answer = await response.json();
	if (!response.ok) {
		throw new Error(answer.error ?? response.statusText);
	}
	return answer;
}
