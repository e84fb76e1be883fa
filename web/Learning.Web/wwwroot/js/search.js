// Search as you type: 300 ms after the last key the page of the new question is fetched and its [data-results] parts are put in
// place. Without script the form's button does the same.
const field = document.querySelector('[data-search]'), form = field?.form;
let timer, asking;

async function ask() {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(url, { signal: asking.signal });
    if (!answer.ok || answer.redirected) return location.assign(url);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const old of document.querySelectorAll('[data-results]')) {
      const now = page.querySelector(`[data-results="${old.dataset.results}"]`);
      if (now) old.replaceChildren(...now.childNodes);
    }
    // Going back leads to the page before the search, not through every letter of it.
    history.replaceState(history.state, '', url);
  } catch (e) {
    // The browser's own page says best that there is no connection.
    if (e.name !== 'AbortError') location.assign(url);
  }
}

if (form) {
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 300); });
  form.addEventListener('submit', e => { e.preventDefault(); clearTimeout(timer); ask(); });
}
