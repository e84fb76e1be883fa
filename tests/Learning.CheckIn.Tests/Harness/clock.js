// A phone's clock that is wrong by so many milliseconds, and can be set while an app runs. What counts from the start of the
// page (performance.now, timers) is as it is.
(() => {
  const Right = Date;
  let wrong = Number(localStorageOffset());
  function localStorageOffset() {
    try {
      return localStorage.getItem('test-clock') ?? 0;
    } catch {
      return 0;
    }
  }
  class Wrong extends Right {
    constructor(...given) {
      if (given.length === 0) super(Right.now() + wrong);
      else super(...given);
    }
    static now() {
      return Right.now() + wrong;
    }
  }
  window.Date = Wrong;
  window.phoneClock = {
    set(milliseconds) {
      wrong = milliseconds;
      localStorage.setItem('test-clock', milliseconds);
    },
  };
})();
