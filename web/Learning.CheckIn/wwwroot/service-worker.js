// Keeps the app on the phone. Installing can be cut anywhere and goes on where it stopped; a new version waits until the app says so.
// The build writes service-worker-assets.js beside this file, and its version at the head of this one.
self.importScripts('./service-worker-assets.js');

const prefix = 'learning-checkin-';
const { version, assets } = self.assetsManifest;
const scope = new URL('./', self.location).pathname;

// Everything that is published, so that no type of file can be forgotten; but nothing that only people read, and no picture that
// the phone fetches for its own home screen.
const unused = /\.(br|gz|map|md)$|\/LICENSE[^/]*$|\/icons\/[^/]+\.png$/;
// The build names files from the root of the site.
const pathOf = asset => new URL(asset.url, self.location.origin + '/').pathname;
const hashes = new Map(assets.filter(asset => !unused.test(asset.url)).map(asset => [pathOf(asset), asset.hash]));

/** What a cache is to hold, {at, hashes: {path: hash}}, kept in itself: install.js and the next version's worker read it. */
const record = scope + '~assets.json';

/** How many files at once: on a bad link more of them only make each one slower, and lose more when it is cut. */
const lanes = 4;

self.addEventListener('install', e => e.waitUntil(install()));
self.addEventListener('activate', e => e.waitUntil(activate()));
self.addEventListener('message', e => { if (e.data?.type === 'update') self.skipWaiting(); });
self.addEventListener('fetch', e => {
  const { method, mode, url } = e.request, { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== self.location.origin || !pathname.startsWith(scope)) return;
  if (mode === 'navigate') e.respondWith(kept(scope + 'index.html', e.request));
  else if (hashes.has(pathname)) e.respondWith(kept(pathname, e.request));
});

async function kept(path, request) {
  return await (await caches.open(prefix + version)).match(path) ?? fetch(request);
}

async function install() {
  const cache = await caches.open(prefix + version);
  await cache.put(record, new Response(JSON.stringify({ at: Date.now(), hashes: Object.fromEntries(hashes) })));
  const there = new Set((await cache.keys()).map(request => new URL(request.url).pathname));
  const older = await others(), missing = [];
  // What an older version has needs no link.
  for (const [path, hash] of hashes) {
    if (there.has(path)) continue;
    const answer = await copied(older, hash);
    if (answer) await cache.put(path, answer);
    else missing.push([path, hash]);
  }
  let failures = 0;
  const lane = async () => {
    while (missing.length > 0) {
      const [path, hash] = missing.shift();
      try {
        await cache.put(path, await fetched(path, hash));
      } catch (e) {
        console.warn(`${path}: ${e.message}`);
        failures++;
        // When the link is cut, waiting for every single file to fail takes long and gains nothing.
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  // What has come stays for the next try; the browser goes on with the version it has.
  if (failures > 0) throw new Error(`${failures + missing.length} of ${hashes.size} files are missing.`);
}

// What older versions hold, whole or not: [cache, {hash: path}].
async function others() {
  const names = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== prefix + version);
  return Promise.all(names.map(async name => {
    const cache = await caches.open(name), told = await (await cache.match(record))?.json();
    return [cache, new Map(Object.entries(told?.hashes ?? {}).map(([path, hash]) => [hash, path]))];
  }));
}

async function copied(older, hash) {
  for (const [cache, paths] of older) {
    const answer = paths.has(hash) && await cache.match(paths.get(hash));
    if (answer) return answer;
  }
}

async function fetched(path, hash) {
  // The hash also keeps out the page of a captive portal. What the browser still has of the first visit is only asked after.
  const answer = await fetch(path, { integrity: hash, cache: 'no-cache', credentials: 'omit', redirect: 'error' });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return answer;
}

async function activate() {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name);
  await self.clients.claim();
}
