// Preloaded to run a build on another day: every clock reading is 45 days and 5 hours later.
const shift = 45 * 86_400_000 + 5 * 3_600_000;
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }
  static now() {
    return RealDate.now() + shift;
  }
};
