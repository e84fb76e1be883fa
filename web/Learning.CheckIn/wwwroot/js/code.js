// QR codes to show on this screen, by npm `qr`.
import { encodeQR } from './vendor/qr/encode.js';

/** Quiet zone in modules, as ISO/IEC 18004 asks. */
const quiet = 4;

/**
 * A code as SVG path data: one rectangle a run of dark modules, which draws without seams.
 * @param {string} text What it says; upper case of an address is kept in the alphanumeric mode.
 * @returns {string} JSON {size, path}; size is in modules, the quiet zone included.
 */
export function path(text) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
    }
  });
  return JSON.stringify({ size: rows.length, path });
}
