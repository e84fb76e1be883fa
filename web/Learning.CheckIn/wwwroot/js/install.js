// Whether the app is on this phone, how far installing has come, and updating when asked. service-worker.js does the work.
const prefix = 'learning-checkin-', record = '~assets.json';
const script = new URL('../service-worker.js', import.meta.url).pathname;
const supported = 'serviceWorker' in navigator && 'caches' in globalThis;

/** How often what has come is counted while installing, in milliseconds. */
const pace = 300;

/** After a cut, in milliseconds: not every phone says when it is online again. */
const patience = 30_000;

const listeners = [];
let registration = null, failed = false, told = '', looks = Promise.resolve(), looking, again;

/** Installs the app, or looks whether it is. */
export async function register() {
  if (!supported) return;
  addEventListener('online', retryIfCut);
  navigator.serviceWorker.addEventListener('controllerchange', look);
  await attempt();
}

/**
 * @returns {Promise<string>} {supported, ready, cached, total, updating, updateWaiting, cut}. ready: it starts without a connection;
 * cached of total: files of the version that is being installed, else of this one; cut: an install stopped half-way and is not running.
 */
export async function state() {
  const versions = supported ? await Promise.all((await caches.keys()).filter(name => name.startsWith(prefix)).map(counted)) : [];
  const [newest] = versions.sort((a, b) => b.at - a.at);
  const installing = !!registration?.installing;
  return JSON.stringify({
    supported,
    ready: !!registration?.active && versions.some(whole),
    cached: newest?.cached ?? 0,
    total: newest?.total ?? 0,
    updating: installing && !!registration.active,
    updateWaiting: !!registration?.waiting,
    cut: !installing && (failed || !!newest && !whole(newest)),
  });
}

/** Calls back with the state when it has changed. */
export function watch(callback) {
  listeners.push(callback);
  look();
}

/** Goes on with an install that was cut, or looks for a newer version. */
export async function retry() {
  if (supported) await attempt();
}

/** Starts the version that waits, and this page anew in it. */
export function applyUpdate() {
  if (!registration?.waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage({ type: 'update' });
}

async function attempt() {
  try {
    // A first install that fails leaves no registration: then this is one more try. Of one that is there it changes nothing.
    const there = await navigator.serviceWorker.getRegistration(script);
    const now = await navigator.serviceWorker.register(script, { updateViaCache: 'none' });
    if (now !== registration) now.addEventListener('updatefound', () => follow(now.installing));
    registration = now;
    follow(now.installing);
    failed = false;
    if (there?.active) await now.update();
  } catch {
    // Out of reach. With a version on the phone nothing is amiss; without one there is nothing yet.
    failed = !registration?.active;
  }
  await look();
}

async function retryIfCut() {
  if (JSON.parse(await state()).cut) await retry();
}

const whole = ({ cached, total }) => total !== null && cached >= total;

async function counted(name) {
  const cache = await caches.open(name), keys = await cache.keys();
  const key = keys.find(request => request.url.endsWith(record));
  // One whose list has not been written yet is not whole.
  if (!key) return { at: 0, cached: 0, total: null };
  const { at, hashes } = await (await cache.match(key)).json();
  return { at, cached: keys.length - 1, total: Object.keys(hashes).length };
}

function follow(worker) {
  worker?.addEventListener('statechange', look);
  look();
}

// One after the other: a later look must not be told before an earlier one.
function look() {
  return looks = looks.then(tell).catch(reportError);
}

async function tell() {
  const now = await state();
  if (now !== told) {
    told = now;
    listeners.forEach(listener => listener(now));
  }
  clearTimeout(looking);
  clearTimeout(again);
  if (registration?.installing) looking = setTimeout(look, pace);
  else if (JSON.parse(now).cut) again = setTimeout(retryIfCut, patience);
}
