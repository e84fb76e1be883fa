// While work goes on in the background, its part of the page is fetched anew; when it has ended, the whole page.
const every = 1500;

async function look() {
  const answer = await fetch(location.href).catch(() => null);
  // Out of reach: ask again later. Signed out, or gone: the page itself says so.
  if (answer && (!answer.ok || answer.redirected)) return location.reload();
  if (answer) {
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-progress]');
    if (!now) return location.reload();
    document.querySelector('[data-progress]').replaceChildren(...now.childNodes);
  }
  setTimeout(look, every);
}

setTimeout(look, every);
