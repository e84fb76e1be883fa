// The app's one IndexedDB database: opening it, keeping it open beside other tabs, and transactions that count only once they
// are on the disk. What the stores hold is said in docs/field-app.md.
const name = 'learning-checkin', version = 1;

/** Longest wait for tabs that hold an older version of the database open, in milliseconds. */
const patience = 10_000;

let opening = null;

// Steps from the version before; the first is from nothing. A shipped step never changes.
const steps = [
  db => {
    const scans = db.createObjectStore('scans', { keyPath: ['deviceId', 'deviceSeq'] });
    scans.createIndex('scanId', 'scanId', { unique: true });
    scans.createIndex('state', 'state');
    scans.createIndex('status', 'answer.status');
    scans.createIndex('sessionId', 'sessionId');
    scans.createIndex('person', ['sessionId', 'person']);
    db.createObjectStore('marks', { keyPath: ['sessionId', 'person'] });
    db.createObjectStore('sessions', { keyPath: 'sessionId' });
    db.createObjectStore('facts', { keyPath: 'name' });
  },
];

/** The database, opened anew if the browser or another tab has closed it. */
export function connect() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    let waiting;
    request.onupgradeneeded = e => steps.slice(e.oldVersion).forEach(step => step(request.result));
    // Our tabs let go when asked (below); one that is frozen does so late.
    request.onblocked = () => waiting = setTimeout(() => reject(new Error('blocked')), patience);
    request.onerror = () => reject(told(request.error));
    request.onsuccess = () => {
      clearTimeout(waiting);
      const db = request.result;
      const gone = () => opening = null;
      db.onclose = gone;
      // A newer app in another tab wants to change the stores; the transactions that run are still finished.
      db.onversionchange = () => (gone(), db.close());
      resolve(db);
    };
  }).catch(e => { opening = null; throw e; });
  return opening;
}

/**
 * Reads in one transaction.
 * @param {string[]} names Stores.
 * @param {(...stores: IDBObjectStore[]) => Promise<T>} work Awaits nothing but `got`.
 * @returns {Promise<T>} @template T
 */
export const read = (names, work) => run(names, 'readonly', work);

/**
 * Writes in one transaction: all of it or nothing. Strict durability: it is through when the disk has it, not when the system's
 * memory has it; a phone whose battery dies at that moment still has the scan.
 * @param {string[]} names Stores.
 * @param {(...stores: IDBObjectStore[]) => Promise<T>} work Awaits nothing but `got`.
 * @returns {Promise<T>} Only in `oncomplete`. @template T
 */
export const write = (names, work) => run(names, 'readwrite', work);

/** The result of a request. */
export const got = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/**
 * The values a cursor passes.
 * @param {IDBRequest<IDBCursorWithValue>} request Of `openCursor`.
 * @param {number} limit How many at most.
 * @param {(value: object) => boolean} wanted Which ones.
 */
export const walk = (request, limit = Infinity, wanted = () => true) => new Promise((resolve, reject) => {
  const found = [];
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor || found.length >= limit) return resolve(found);
    if (wanted(cursor.value)) found.push(cursor.value);
    cursor.continue();
  };
});

async function run(names, mode, work) {
  const transaction = await begin(names, mode);
  return new Promise((resolve, reject) => {
    let result, failure;
    transaction.oncomplete = () => resolve(result);
    // Also a full disk found only at the end: then no request failed, the transaction did.
    transaction.onabort = () => reject(told(transaction.error ?? failure ?? new Error('aborted')));
    work(...names.map(store => transaction.objectStore(store))).then(
      value => result = value,
      error => {
        failure = error;
        // A failed request has aborted it already.
        try { transaction.abort(); } catch (e) { if (e.name !== 'InvalidStateError') throw e; }
      });
  });
}

async function begin(names, mode) {
  try {
    return (await connect()).transaction(names, mode, { durability: 'strict' });
  } catch (e) {
    // Closed between opening and now.
    if (e.name !== 'InvalidStateError') throw e;
    opening = null;
    return (await connect()).transaction(names, mode, { durability: 'strict' });
  }
}

// What C# reads of an error is its message.
function told(error) {
  if (error?.name === 'QuotaExceededError') return new Error('full');
  // Another tab runs a newer app.
  if (error?.name === 'VersionError') return new Error('outdated');
  return new Error(error?.message || error?.name || 'unknown');
}
