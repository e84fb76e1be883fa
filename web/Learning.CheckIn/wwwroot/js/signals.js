// What a trainer hears and feels while looking at the next person. Made by WebAudio: no files to download.

/** Tones as [frequency in Hz, start, length in s], and vibration in ms. Each kind differs by pitch, count and length. */
const kinds = {
  good: { tones: [[1320, 0, 0.12]], vibration: [60] },
  warn: { tones: [[740, 0, 0.12], [740, 0.2, 0.12]], vibration: [80, 80, 80] },
  bad: { tones: [[196, 0, 0.55]], vibration: [400] },
  neutral: { tones: [[440, 0, 0.04]], vibration: [25] },
};

let audio = null;

/** Lets sound be heard; to be called on a press, browsers allow it only then. */
export function unlock() {
  try {
    audio ??= new AudioContext();
    quietly(audio.resume());
  } catch { /* A phone without sound still shows and vibrates. */ }
}

/**
 * @param {"good"|"warn"|"bad"|"neutral"} kind What to say.
 * @param {boolean} sound Whether to be heard.
 * @param {boolean} vibrate Whether to be felt.
 */
export function signal(kind, sound, vibrate) {
  const { tones, vibration } = kinds[kind] ?? kinds.neutral;
  try {
    if (vibrate) navigator.vibrate?.(vibration);
    if (!sound || !audio) return;
    // A call or the screen lock suspends it.
    if (audio.state !== 'running') quietly(audio.resume());
    for (const tone of tones) play(...tone);
  } catch { /* The screen says it too; a check-in must not fail for a sound. */ }
}

const quietly = promise => promise?.catch(() => { });

function play(frequency, start, length) {
  const from = audio.currentTime + start, to = from + length;
  const tone = audio.createOscillator(), volume = audio.createGain();
  tone.frequency.value = frequency;
  // Rises and falls in a hundredth of a second: without, it clicks.
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(0.5, from + 0.01);
  volume.gain.setValueAtTime(0.5, to - 0.01);
  volume.gain.linearRampToValueAtTime(0, to);
  tone.connect(volume).connect(audio.destination);
  tone.start(from);
  tone.stop(to);
}
