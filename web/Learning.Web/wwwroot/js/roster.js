// A session's page with script: keys P L E A mark the row in focus, and forms marked data-inplace are sent without leaving the
// page, one after another, so that a scanner never waits. Everything works without it.
const $ = (q, in_ = document) => [...in_.querySelectorAll(q)];
const marks = { KeyP: 'present', KeyL: 'late', KeyE: 'excused', KeyA: 'absent' };
const steps = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' };

addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.target.matches('input, select, textarea')) return;
  const row = e.target.closest('.roster tbody tr');
  if (!row) return;
  // By place on the keyboard: with a Mongolian layout the letters are others.
  const to = e.code in steps ? row[steps[e.code]]?.querySelector('button') : row.querySelector(`button[value$=":${marks[e.code]}"]`);
  if (!to) return;
  e.preventDefault();
  e.code in steps ? to.focus() : to.click();
});

let queue = Promise.resolve();
document.getElementById('main').addEventListener('submit', e => {
  const form = e.target, button = e.submitter;
  if (!form.matches('[data-inplace]')) return;
  e.preventDefault();
  const data = new FormData(form, button), row = button?.closest('tr')?.id;
  const field = form.matches('[data-desk]') && form.querySelector('input[type=text]');
  if (field) field.value = '', field.focus();
  queue = queue.then(() => send(data, row)).catch(() => failed(form, data));
});

async function send(data, row) {
  const answer = await fetch(location.href, { method: 'POST', body: data });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Signed out, or something else than this page: let the browser show it.
  if (!answer.ok || !page.querySelector('[data-part]')) return location.reload();
  for (const old of $('[data-part]')) {
    const now = page.querySelector(`[data-part="${old.dataset.part}"]`);
    if (now) old.replaceChildren(...now.childNodes);
  }
  const asked = document.querySelector('[data-part=answer] [autofocus], [data-part=answer] form button');
  const next = row && document.getElementById(row);
  if (asked) asked.focus();
  else ((next?.nextElementSibling ?? next)?.querySelector('button') ?? desk()).focus();
}

// After a reason was given the page comes back to its row; going to the row itself would take the focus away again.
addEventListener('load', () => setTimeout(() => location.hash && document.getElementById(location.hash.slice(1))?.querySelector('button')?.focus()));

const desk = () => document.querySelector('[data-desk] input[type=text]');

// No answer: the outcome is unknown. A plain post shows the browser's own page and can be repeated.
function failed(form, data) {
  const plain = document.createElement('form');
  plain.method = 'post';
  for (const [name, value] of data) plain.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  document.body.append(plain);
  plain.submit();
}
