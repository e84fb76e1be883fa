// One request to the server, with a time limit. It says what came back and judges nothing: an answer may be of a captive portal.

/**
 * @param {string} method HTTP method.
 * @param {string} path From the root of this site.
 * @param {string} headersJson {name: value}.
 * @param {string|null} body Text.
 * @param {number} timeoutMs For the whole answer, not only its head.
 * @returns {Promise<string>} {status, type, body, date, url, redirected}; {status: 0, error: "offline" | "timeout" | "redirect"}
 * if there is no answer of this site. Never rejects.
 */
export async function call(method, path, headersJson, body, timeoutMs) {
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => { late = true; stop.abort(); }, timeoutMs);
  try {
    const answer = await fetch(path, {
      method, headers: JSON.parse(headersJson || '{}'), body: body ?? undefined, signal: stop.signal,
      // The phone's grant speaks for it, not whoever is signed in in this browser. Our API never redirects: only a captive portal does.
      credentials: 'omit', cache: 'no-store', redirect: 'manual',
    });
    if (answer.type === 'opaqueredirect') return JSON.stringify({ status: 0, error: 'redirect' });
    return JSON.stringify({
      status: answer.status, type: answer.headers.get('Content-Type') ?? '', body: await answer.text(),
      date: answer.headers.get('Date'), url: answer.url, redirected: answer.redirected,
    });
  } catch {
    // fetch says the same TypeError of every network failure.
    return JSON.stringify({ status: 0, error: late ? 'timeout' : 'offline' });
  } finally {
    clearTimeout(timer);
  }
}
