/**
 * Does something as a person; an error has the emulator's own sentence.
 */
export async function post(what, body) {
	const response = await fetch(`/emulator/${what}`, {
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
