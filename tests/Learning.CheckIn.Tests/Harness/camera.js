// A camera whose picture is drawn here: what somebody holds in front of the phone.
(() => {
  const canvas = document.createElement('canvas'), g = canvas.getContext('2d', { alpha: false });
  canvas.width = 640;
  canvas.height = 480;
  let held = null, frames = 0;
  const paint = () => {
    frames++;
    // Nobody holds a badge still, and no two frames of a camera are equal.
    const dx = Math.random() * 6 - 3, dy = Math.random() * 6 - 3, grey = 150 + Math.random() * 10;
    g.fillStyle = `rgb(${grey},${grey - 8},${grey - 16})`;
    g.fillRect(0, 0, canvas.width, canvas.height);
    if (!held) return;
    if (held instanceof HTMLCanvasElement) return void g.drawImage(held, 100 + dx, 20 + dy, 440, 440);
    const module = Math.floor(400 / held.length), size = module * held.length;
    const left = Math.round((canvas.width - size) / 2 + dx), top = Math.round((canvas.height - size) / 2 + dy);
    g.fillStyle = '#f4f2ec';
    g.fillRect(left, top, size, size);
    g.fillStyle = '#1c1a18';
    held.forEach((row, y) => [...row].forEach((dark, x) => dark === '1' && g.fillRect(left + x * module, top + y * module, module, module)));
  };
  // Of nothing in sight it takes two pictures a second instead of twenty: the phone looks for a code in each, and several phones
  // share this machine's processor. A test that waits for pictures, or measures, has them all.
  const seldom = 10;
  let watching = 0, beats = 0, waiting = 0;
  const camera = window.phoneCamera = {
    // "works", or the name of the error that the browser gives for a camera that is refused, absent or in use.
    state: 'works',
    // Rows of 0 and 1, its quiet zone included; null for nothing.
    show: rows => { held = rows; paint(); },
    // A picture file instead of a code drawn here.
    async showPicture(png) {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const side = document.createElement('canvas'), p = side.getContext('2d');
      const scale = Math.max(1, Math.floor(440 / picture.width));
      side.width = side.height = picture.width * scale;
      p.imageSmoothingEnabled = false;
      p.drawImage(picture, 0, 0, side.width, side.height);
      held = side;
      paint();
    },
    // Different codes one after another, each for so long, then nothing.
    async play(codes, each, between) {
      for (const rows of codes) {
        camera.show(rows);
        await new Promise(done => setTimeout(done, each));
        camera.show(null);
        await new Promise(done => setTimeout(done, between));
      }
    },
    // Waits while it takes so many pictures, at its full pace.
    async take(count) {
      waiting++;
      for (const until = frames + count; frames < until;) await new Promise(done => setTimeout(done, 50));
      waiting--;
    },
    // How many streams are running: a camera that nobody needs has to be off.
    get running() { return watching; },
  };
  setInterval(() => {
    if (watching > 0 && (held || waiting > 0 || ++beats % seldom === 0)) paint();
  }, 50);
  if (!navigator.mediaDevices) return;
  navigator.mediaDevices.getUserMedia = async wanted => {
    if (camera.state !== 'works') throw new DOMException(camera.state, camera.state);
    const stream = canvas.captureStream(20);
    for (const track of stream.getTracks()) {
      watching++;
      const stop = track.stop.bind(track);
      track.stop = () => {
        if (track.readyState === 'live') watching--;
        stop();
      };
    }
    paint();
    return stream;
  };
})();
