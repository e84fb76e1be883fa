// QR codes in a picture: by the browser's own BarcodeDetector where it reads them, else by npm `qr` in a worker.

/** A detector that fails so often in a row is one whose parts are missing on this phone. */
const enough = 5;

/**
 * Makes ready for reading.
 * @returns {Promise<(video: HTMLVideoElement) => Promise<string[]>>} What the codes say that are in its picture now; one call at a time.
 * @throws If this browser can do neither.
 */
export async function openReader() {
  let detector = await native(), failures = 0, ask = detector ? null : await openWorker();
  return async video => {
    if (detector) {
      try {
        const codes = await detector.detect(video);
        failures = 0;
        return codes.map(code => code.rawValue).filter(text => text);
      } catch {
        if (++failures >= enough) detector = null;
        return [];
      }
    }
    ask ??= await openWorker();
    const text = await ask(await createImageBitmap(video)).catch(e => { ask = null; throw e; });
    return text ? [text] : [];
  };
}

async function native() {
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

function openWorker() {
  const worker = new Worker(new URL('./reader-worker.js', import.meta.url), { type: 'module' });
  const next = () => new Promise((resolve, reject) => {
    worker.onmessage = e => resolve(e.data);
    worker.onerror = e => { worker.terminate(); reject(new Error(e.message || 'reader')); };
  });
  return next().then(() => frame => {
    const answer = next();
    worker.postMessage(frame, [frame]);
    return answer;
  });
}
