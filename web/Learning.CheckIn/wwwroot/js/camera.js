// The camera: what codes it sees, its torch, and a screen that stays on meanwhile.
import { openReader } from './reader.js';

/** A code is new again when it was out of sight for this long, in milliseconds. */
const absence = 3000;

/** Shortest time from frame to frame, in milliseconds: more of them find nothing sooner, and cost battery for hours. */
const pace = 60;

const refusals = {
  NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', OverconstrainedError: 'none', NotReadableError: 'busy', AbortError: 'busy',
};

let current = null, reader = null;

/**
 * Starts the camera and reads until `stop`.
 * @param {string} videoId Where its picture goes.
 * @param {(text: string) => void} onText A code; one that stays in sight is told once.
 * @param {(state: string) => void} onState "paused" and "running" as the app is hidden and shown, "ended" if the camera is gone.
 * @returns {Promise<string>} "running", "refused" (by the person or a policy), "none", "busy", or "error:…".
 */
export async function start(videoId, onText, onState) {
  stop();
  const mine = current = {
    video: document.getElementById(videoId), onText, onState, seen: new Map(), last: null, track: null, held: false, state: 'running', turn: 0, awake: null,
  };
  reader ??= openReader();
  const refusal = await acquire(mine) ?? await reader.then(() => null, () => { reader = null; return 'error:reader'; });
  if (mine !== current) return 'error:stopped';
  if (refusal) {
    stop();
    return refusal;
  }
  document.addEventListener('visibilitychange', turned);
  begin(mine);
  // Asking for permission may have taken a while.
  update(mine);
  return 'running';
}

/** Lets go of the camera. */
export function stop() {
  if (!current) return;
  const { track, video } = current;
  halt(current);
  current = null;
  document.removeEventListener('visibilitychange', turned);
  track?.stop();
  if (video) video.srcObject = null;
}

/** Stops reading, until `resume`; the picture stays. */
export function pause() {
  if (!current) return;
  current.held = true;
  update(current);
}

/** Goes on after `pause`, when the app is visible. */
export function resume() {
  if (!current) return;
  current.held = false;
  update(current);
}

/** The code told last counts as new again, even if it is still in sight. */
export function forgetLast() {
  current?.seen.delete(current.last);
}

/** Whether this camera has a light. */
export const hasTorch = () => !!current?.track?.getCapabilities?.().torch;

/** @returns {Promise<boolean>} Whether it is now as asked. */
export async function setTorch(on) {
  if (!hasTorch()) return !on;
  return current.track.applyConstraints({ advanced: [{ torch: on }] }).then(() => true, () => false);
}

// Why there is no picture; nothing if there is one.
async function acquire(camera) {
  if (!camera.video) return 'error:video';
  if (!navigator.mediaDevices?.getUserMedia) return 'none';
  let track;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    [track] = stream.getVideoTracks();
    if (camera !== current) throw new DOMException('', 'stopped');
    camera.track?.stop();
    camera.track = track;
    track.onended = () => lost(camera, track);
    if (track.getCapabilities?.().focusMode?.includes('continuous')) {
      // A camera that won't still gives a picture.
      await track.applyConstraints({ advanced: [{ focusMode: 'continuous' }] }).catch(() => { });
    }
    // Without these two iOS shows it full screen, or not at all.
    Object.assign(camera.video, { muted: true, playsInline: true, srcObject: stream });
    await camera.video.play();
  } catch (e) {
    track?.stop();
    return refusals[e.name] ?? `error:${e.name}`;
  }
}

const turned = () => update(current);

async function update(camera) {
  const state = camera.held || document.hidden ? 'paused' : 'running';
  if (camera.state === 'ended' || camera.state === state) return;
  camera.state = state;
  halt(camera);
  if (state === 'running' && !await revive(camera)) return;
  camera.onState(state);
}

// Another program took the camera, or it was unplugged. While paused there is time: `update` looks for it.
async function lost(camera, track) {
  if (camera !== current || camera.track !== track || camera.state !== 'running') return;
  halt(camera);
  await revive(camera);
}

// Reads on, with the camera acquired anew if it was taken meanwhile.
async function revive(camera) {
  const { turn } = camera;
  const refusal = camera.track.readyState === 'ended' ? await acquire(camera) : null;
  if (camera !== current || turn !== camera.turn) return false;
  if (!refusal) {
    begin(camera);
    return true;
  }
  camera.state = 'ended';
  camera.onState('ended');
  return false;
}

function begin(camera) {
  const turn = ++camera.turn;
  // iOS pauses a picture that was out of sight.
  camera.video.play().catch(() => { });
  stayAwake(camera, turn);
  watch(camera, turn);
}

function halt(camera) {
  camera.turn++;
  camera.awake?.release();
  camera.awake = null;
}

async function stayAwake(camera, turn) {
  try {
    const awake = await navigator.wakeLock?.request('screen');
    if (turn === camera.turn) camera.awake = awake;
    else awake?.release();
  } catch { /* Low battery: the screen may go dark, and a touch brings it back. */ }
}

async function watch(camera, turn) {
  const read = await reader;
  while (turn === camera.turn) {
    const from = performance.now();
    await nextFrame(camera.video);
    if (turn !== camera.turn) return;
    // A frame that can't be read, for whatever reason, is followed by others.
    const texts = await read(camera.video).catch(() => []);
    if (turn === camera.turn) texts.forEach(text => see(camera, text));
    await new Promise(done => setTimeout(done, pace - (performance.now() - from)));
  }
}

const nextFrame = video => new Promise(done => video.requestVideoFrameCallback ? video.requestVideoFrameCallback(done) : requestAnimationFrame(done));

function see(camera, text) {
  const now = performance.now(), before = camera.seen.get(text);
  camera.seen.set(text, now);
  if (now - before < absence) return;
  for (const [other, when] of camera.seen) if (now - when >= absence) camera.seen.delete(other);
  camera.last = text;
  try {
    camera.onText(text);
  } catch (e) {
    // The app's mistake, said where such are heard; the next badge is read all the same.
    reportError(e);
  }
}
