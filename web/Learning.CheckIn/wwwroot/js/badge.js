// Whether a badge's signature is of one of the federation's keys: what .NET can't do in a browser.
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const keys = new Map();

/**
 * @param {string} spkiBase64 SubjectPublicKeyInfo of a P-256 key.
 * @param {Uint8Array} signed What was signed.
 * @param {Uint8Array} signature r‖s, 64 bytes.
 * @returns {Promise<boolean>} False also for what is no such key.
 * @throws If this browser has no WebCrypto here (a page that isn't secure): that says nothing of the badge.
 */
export async function matches(spkiBase64, signed, signature) {
  if (!globalThis.crypto?.subtle) throw new Error('No WebCrypto');
  if (!keys.has(spkiBase64)) keys.set(spkiBase64, imported(spkiBase64));
  const key = await keys.get(spkiBase64);
  return key !== null && crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
}

async function imported(spkiBase64) {
  try {
    const bytes = Uint8Array.from(atob(spkiBase64), c => c.charCodeAt(0));
    return await crypto.subtle.importKey('spki', bytes, algorithm, false, ['verify']);
  } catch {
    return null;
  }
}
