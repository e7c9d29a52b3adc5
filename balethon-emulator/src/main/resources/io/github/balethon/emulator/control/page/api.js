/**
 * Sends a request to the control API; an error has the message of the emulator.
 */
export async function post(what, body) {
	const response = await fetch(`emulator/${what}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(body),
	});
	const answer = await response.json();
	if (!response.ok) {
		throw new Error(answer.error ?? response.statusText);
	}
	return answer;
}
