// The phone around the app: clocks, connection, visibility, locks between tabs, files, the page's title.
const boot = crypto.randomUUID?.() ?? String(performance.timeOrigin);
const held = new Map();
let tokens = 0;

/** Milliseconds since this page started; nobody can set it. */
export const monotonicMs = () => performance.now();

/** Which start of the page `monotonicMs` belongs to. */
export const bootId = () => boot;

/** Whether there may be a connection; only a request that succeeds says that there is. */
export const online = () => navigator.onLine;

export const visible = () => document.visibilityState === 'visible';

export const language = () => navigator.language;

export const origin = () => location.origin;

/** Calls back with "online", "offline", "visible", "hidden", and every 30 s while visible "tick". */
export function onWake(callback) {
  for (const kind of ['online', 'offline']) addEventListener(kind, () => callback(kind));
  document.addEventListener('visibilitychange', () => callback(visible() ? 'visible' : 'hidden'));
  setInterval(() => visible() && callback('tick'), 30_000);
}

/**
 * Takes a lock among all tabs of this browser; a tab that is closed lets go.
 * @returns {Promise<number>} A token for `unlock`; 0 if another tab has it.
 */
export function tryLock(name) {
  const token = ++tokens;
  // No Web Locks: the server takes every scan once even if two tabs send it.
  if (!navigator.locks) return Promise.resolve(token);
  return new Promise((resolve, reject) => navigator.locks.request(name, { ifAvailable: true }, lock => {
    if (!lock) return resolve(0);
    resolve(token);
    return new Promise(release => held.set(token, release));
  }).catch(reject));
}

/** Gives a lock back. */
export function unlock(token) {
  held.get(token)?.();
  held.delete(token);
}

/** Saves a text as a file where the browser saves downloads. */
export function save(fileName, mime, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mime }));
  link.download = fileName;
  link.click();
  // The download has to have begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Puts the cursor into an element, if it is there. */
export const focus = id => document.getElementById(id)?.focus();

/** The page's title, and the language a screen reader speaks. */
export function setTitle(text, lang) {
  document.title = text;
  document.documentElement.lang = lang;
}
