// What a page gains with script. Everything works without it.
const root = document.documentElement, $ = (q, in_ = document) => [...in_.querySelectorAll(q)];
root.classList.add('js');

$('[data-focus]')[0]?.focus();

// "/" goes to the search, "?" opens the help.
const help = document.getElementById('help');
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select, [contenteditable]')) return;
  const search = $('[data-search]')[0];
  if (e.key === '/' && search) search.focus(), search.select(), e.preventDefault();
  else if (e.key === '?' && help && !help.open) help.showModal(), e.preventDefault();
});

addEventListener('click', async e => {
  if (e.target.closest('[data-help]')) help.showModal();
  const copy = e.target.closest('[data-copy]');
  if (!copy) return;
  e.preventDefault();
  await navigator.clipboard.writeText(new URL(copy.dataset.copy, location.href).href);
  const words = copy.innerHTML;
  copy.textContent = copy.dataset.copied;
  setTimeout(() => copy.innerHTML = words, 2000);
});

// A form is sent once; its button says that it is being sent. (Later than the event, or the button's own value is not sent.)
addEventListener('submit', e => {
  const form = e.target, button = e.submitter;
  if (form.method !== 'post' || 'again' in form.dataset) return;
  if (form.dataset.sent) return e.preventDefault();
  form.dataset.sent = 1;
  setTimeout(() => {
    if (e.defaultPrevented || !button) return delete form.dataset.sent;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = document.body.dataset.wait;
  });
});
// Back to a page the browser kept: sent forms and closed streams start anew.
addEventListener('pageshow', e => e.persisted && $('[data-sent], [data-live-url]')[0] && location.reload());

// Live pages: on each event fetch this page again and swap its [data-live] parts that changed, keeping focus and open details.
for (const line of $('[data-live-url]')) {
  let busy = false, again = false;
  const source = new EventSource(line.dataset.liveUrl);
  const state = on => { line.hidden = false; line.dataset.state = on ? 'on' : 'off'; };
  const look = async () => {
    if (document.hidden || busy) return void (again = true);
    busy = true; again = false;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Live': '1' } });
      if (answer.ok && !answer.redirected) swap(new DOMParser().parseFromString(await answer.text(), 'text/html'));
      state(answer.ok);
    } catch { state(false); }
    busy = false;
    if (again) look();
  };
  let wasOff = false;
  source.onopen = () => { state(true); if (wasOff) look(); wasOff = false; };
  source.onerror = () => { wasOff = true; state(false); };
  source.onmessage = look;
  addEventListener('visibilitychange', () => !document.hidden && again && look());
  addEventListener('pagehide', () => source.close());
}

const stops = 'a, button, input, select, textarea, summary';
function swap(page) {
  for (const old of $('[data-live]')) {
    const now = page.querySelector(`[data-live="${CSS.escape(old.dataset.live)}"]`);
    if (!now || now.innerHTML === (old.sent ?? old.innerHTML)) continue;
    const at = $(stops, old).indexOf(document.activeElement);
    // Never pull a field away from under somebody's fingers.
    if (at >= 0 && document.activeElement.matches('input, select, textarea')) continue;
    const open = $('details', old).map(d => d.open), sent = now.innerHTML;
    old.replaceChildren(...now.childNodes);
    old.sent = sent;
    $('details', old).forEach((d, i) => d.open = open[i] ?? d.open);
    $(stops, old)[at]?.focus({ preventScroll: true });
    old.classList.remove('fresh'); void old.offsetWidth; old.classList.add('fresh');
  }
}
