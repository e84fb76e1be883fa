// Reads QR codes beside the page's own thread: a frame takes tens of milliseconds, and the screen must not stand still for them.
import { decodeQR } from './vendor/qr/decode.js';

/** Longest side of what is read, in pixels: a finer frame takes longer and reads no better at arm's length. */
const finest = 1280;

const canvas = new OffscreenCanvas(1, 1);
const pen = canvas.getContext('2d', { willReadFrequently: true });

onmessage = ({ data: frame }) => {
  const scale = Math.min(1, finest / Math.max(frame.width, frame.height));
  const width = Math.round(frame.width * scale), height = Math.round(frame.height * scale);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  pen.drawImage(frame, 0, 0, width, height);
  frame.close();
  postMessage(read(pen.getImageData(0, 0, width, height)));
};

postMessage('ready');

function read(image) {
  try {
    return decodeQR(image);
  } catch {
    // No code in this frame, or one that can't be read: its next picture may do.
    return null;
  }
}
