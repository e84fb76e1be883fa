// The phone's disk: scans, the marks they make here, sessions and facts. Everything goes in and out as JSON text; what it means
// is C#'s business. A scan is deleted by `prune` and `forget` alone, never on an error.
import { connect, got, read, walk, write } from './database.js';

const channel = new BroadcastChannel('learning-checkin');
const changed = kind => channel.postMessage(kind);

/** A question to the person (Firefox) or a browser that never answers must not keep the app from starting. */
const within = (ms, promise, otherwise) => Promise.race([promise, new Promise(done => setTimeout(done, ms, otherwise))]);

/**
 * Opens the database and asks the browser to keep it when space is short.
 * @returns {Promise<boolean>} Whether it has promised to.
 */
export async function open() {
  await connect();
  const disk = navigator.storage;
  return !!disk?.persist && (await disk.persisted() || await within(2000, disk.persist(), false));
}

/** Calls back with "scans", "sessions" or "facts" when another tab has changed some. */
export function watch(callback) {
  channel.addEventListener('message', e => callback(e.data));
}

// --- facts: a name and a JSON text ---

const factIn = async (facts, name) => JSON.parse((await got(facts.get(name)))?.value ?? 'null');
const putFact = (facts, name, value) => facts.put({ name, value: JSON.stringify(value) });

/** @returns {Promise<string|null>} Its JSON. */
export const fact = name => read(['facts'], async facts => (await got(facts.get(name)))?.value ?? null);

/** Keeps a fact. `device` has ways of its own, which keep its next number: `enrol` and `forget`. */
export async function setFact(name, json) {
  if (name === 'device') throw new Error('The device is set by enrol.');
  await write(['facts'], async facts => void facts.put({ name, value: json }));
  changed('facts');
}

/** Forgets a fact, but not `device`. */
export async function removeFact(name) {
  if (name === 'device') throw new Error('The device is removed by forget.');
  await write(['facts'], async facts => void facts.delete(name));
  changed('facts');
}

/**
 * Signs the phone in. A device that was here before goes on with its numbers.
 * @param {string} json {deviceId, grant, expiresAt, owner, name, nextSeq}.
 */
export async function enrol(json) {
  const device = JSON.parse(json);
  await write(['facts', 'scans'], async (facts, scans) => {
    const before = await factIn(facts, 'device');
    const [last] = await walk(scans.openCursor(ofDevice(device.deviceId), 'prev'), 1);
    const next = Math.max(device.nextSeq ?? 1, before?.deviceId === device.deviceId ? before.nextSeq : 1, (last?.deviceSeq ?? 0) + 1);
    putFact(facts, 'device', { ...device, nextSeq: next });
  });
  changed('facts');
}

// --- scans ---

const ofDevice = deviceId => IDBKeyRange.bound([deviceId], [deviceId, []]);
const final = new Set(['stored', 'replayed', 'quarantined']);

/**
 * Adds a scan, its number and what it does to the person's mark, all or nothing. Asked twice with one scan id, it is added once.
 * @param {string} json {sessionId, person, item, at, undo}; person null if it is nobody's mark.
 * @returns {Promise<number>} Its number, once it is on the disk.
 * @throws "notEnrolled", "full", or why else nothing was written.
 */
export async function append(json) {
  const { sessionId, person, item, at, undo } = JSON.parse(json);
  const number = await write(['facts', 'scans', 'marks'], async (facts, scans, marks) => {
    const device = await factIn(facts, 'device');
    if (!device) throw new Error('notEnrolled');
    const known = await got(scans.index('scanId').get(item.scanId));
    if (known) return known.deviceSeq;
    const { deviceId, nextSeq: deviceSeq } = device;
    scans.add({ deviceId, deviceSeq, scanId: item.scanId, sessionId, person, item: { ...item, deviceSeq }, state: 'waiting', savedAt: at, answer: null });
    putFact(facts, 'device', { ...device, nextSeq: deviceSeq + 1 });
    if (person) await (undo ? unmark : mark)(scans, marks, { sessionId, person, item, at });
    return deviceSeq;
  });
  changed('scans');
  return number;
}

async function mark(_, marks, { sessionId, person, item, at }) {
  // The first one stands; later ones are kept as scans only.
  if (!await got(marks.get([sessionId, person]))) marks.put({ sessionId, person, scanId: item.scanId, at });
}

async function unmark(scans, marks, { sessionId, person, item }) {
  const key = [sessionId, person];
  if ((await got(marks.get(key)))?.scanId !== item.targetScanId) return;
  const rows = await got(scans.index('person').getAll(key));
  const voided = new Set([item.targetScanId, ...rows.map(row => row.item.targetScanId)]);
  const other = rows.find(row => !row.item.targetScanId && !voided.has(row.scanId));
  if (other) marks.put({ sessionId, person, scanId: other.scanId, at: other.savedAt });
  else marks.delete(key);
}

/**
 * Keeps what the server said of scans. Deletes nothing; a scan the server has once taken stays acknowledged.
 * @param {string} json [{scanId, answer, at}], answer a ScanResult.
 */
export async function acknowledge(json) {
  await write(['scans'], async scans => {
    for (const { scanId, answer, at } of JSON.parse(json)) {
      const row = await got(scans.index('scanId').get(scanId));
      if (!row) continue;
      if (final.has(answer.status)) scans.put({ ...row, state: 'acknowledged', answer, acknowledgedAt: at });
      else if (row.state === 'waiting') scans.put({ ...row, answer });
    }
  });
  changed('scans');
}

/** @returns {Promise<string>} Rows the server has not answered for, by number. */
export const waiting = limit => read(['scans'], async scans => JSON.stringify(await got(scans.index('state').getAll('waiting', limit))));

/** @returns {Promise<string>} {waiting, sent, refused}: together every scan here. */
export const counts = () => read(['scans'], async scans => {
  const [waiting, answered, refused] = await Promise.all([
    got(scans.index('state').count('waiting')), got(scans.index('state').count('acknowledged')), got(scans.index('status').count('quarantined'))]);
  return JSON.stringify({ waiting, sent: answered - refused, refused });
});

/** @returns {Promise<string>} Rows, newest first by number: the clock may have been set back. Those of earlier enrolments come last. */
export const recent = limit => read(['facts', 'scans'], async (facts, scans) => {
  const id = (await factIn(facts, 'device'))?.deviceId ?? '';
  const own = await walk(scans.openCursor(ofDevice(id), 'prev'), limit);
  const others = own.length < limit ? await walk(scans.openCursor(null, 'prev'), limit - own.length, row => row.deviceId !== id) : [];
  return JSON.stringify([...own, ...others]);
});

/** @returns {Promise<string>} Rows in quarantine, newest first. */
export const refused = limit => read(['scans'], async scans =>
  JSON.stringify(await walk(scans.index('status').openCursor('quarantined', 'prev'), limit)));

/** @returns {Promise<string>} All rows of a session. */
export const scansOf = sessionId => read(['scans'], async scans => JSON.stringify(await got(scans.index('sessionId').getAll(sessionId))));

/** @returns {Promise<string>} Who is at a session by this phone's scans: [{sessionId, person, scanId, at}]. */
export const marksOf = sessionId => read(['marks'], async marks =>
  JSON.stringify(await got(marks.getAll(IDBKeyRange.bound([sessionId], [sessionId, []])))));

/**
 * Deletes scans that the server has had for long: acknowledged, older, and of a session that is closed; all three.
 * @param {string} before A time.
 * @param {string[]} closed Ids of sessions.
 * @returns {Promise<number>} How many.
 */
export async function prune(before, closed) {
  const limit = Date.parse(before), sessions = new Set(closed);
  const number = await write(['scans', 'marks'], async (scans, marks) => {
    const old = (await got(scans.index('state').getAll('acknowledged'))).filter(row => sessions.has(row.sessionId) && Date.parse(row.savedAt) < limit);
    for (const { deviceId, deviceSeq, sessionId, person, scanId } of old) {
      scans.delete([deviceId, deviceSeq]);
      if (person && (await got(marks.get([sessionId, person])))?.scanId === scanId) marks.delete([sessionId, person]);
    }
    return old.length;
  });
  if (number > 0) changed('scans');
  return number;
}

/**
 * Signs the phone out: clears everything, if nothing waits.
 * @throws "waiting" if something does.
 */
export async function forget() {
  await write(['scans', 'marks', 'sessions', 'facts'], async (scans, ...others) => {
    if (await got(scans.index('state').count('waiting')) > 0) throw new Error('waiting');
    for (const store of [scans, ...others]) store.clear();
  });
  for (const kind of ['scans', 'sessions', 'facts']) changed(kind);
}

/**
 * What waits, as a file for the desk.
 * @returns {Promise<string>} {kind, version, deviceId, deviceName, owner, exportedAt, items}. An item left by an earlier enrolment of
 * this phone says its own deviceId.
 */
export const exportUnsent = () => read(['facts', 'scans'], async (facts, scans) => {
  const device = await factIn(facts, 'device');
  const rows = await got(scans.index('state').getAll('waiting'));
  const deviceId = device?.deviceId ?? rows[0]?.deviceId ?? null;
  return JSON.stringify({
    kind: 'learning-unsent', version: 1, deviceId, deviceName: device?.name ?? null, owner: device?.owner ?? null, exportedAt: new Date().toISOString(),
    items: rows.map(row => row.deviceId === deviceId ? row.item : { ...row.item, deviceId: row.deviceId }),
  });
});

// --- sessions ---

/**
 * Keeps a download.
 * @param {string} json {sessions, keys, revocations, serverTime}, as the server sent it.
 * @param {boolean} since Whether the revocations are only the new ones.
 * @param {string} at When it came.
 */
export async function putSessions(json, since, at) {
  const download = JSON.parse(json);
  await write(['sessions', 'facts'], async (sessions, facts) => {
    for (const session of download.sessions) sessions.put({ ...session, downloadedAt: at });
    const known = since ? await factIn(facts, 'revocations') ?? [] : [];
    putFact(facts, 'keys', download.keys);
    putFact(facts, 'revocations', [...new Set([...known, ...download.revocations])]);
    putFact(facts, 'revokedAsOf', download.serverTime);
  });
  changed('sessions');
}

/** @returns {Promise<string>} Every session downloaded. */
export const sessions = () => read(['sessions'], async rows => JSON.stringify(await got(rows.getAll())));

/** @returns {Promise<string|null>} One of them. */
export const session = id => read(['sessions'], async rows => JSON.stringify(await got(rows.get(id))) ?? null);

/** Takes a session off the phone; its scans stay. */
export async function removeSession(id) {
  await write(['sessions'], async rows => void rows.delete(id));
  changed('sessions');
}

/** Takes every name off the phone. Scans, marks and the device stay, so that the queue can drain. */
export async function wipeRosters() {
  await write(['sessions', 'facts'], async (rows, facts) => {
    rows.clear();
    for (const name of ['keys', 'revocations', 'revokedAsOf', 'offers']) facts.delete(name);
  });
  changed('sessions');
}
