import { setFlagsFromString } from "node:v8";

/** Longer than a check of a tree with 1,000 files of alerts takes. */
const usualMs = 30_000;

/**
 * Has V8 leave the space of new objects as small as it is at the start. By itself it lets that grow to 32 MiB at once:
 * for a check of a usual tree 24 MiB and 6,000 page faults more, and to 64 MiB where there are 1,000 files of alerts:
 * 40 to 110 MiB more; in no less time. A run that takes longer yet, for it has more to read, gets the room then. To be
 * called as `optimizeLater` is.
 */
export const growLater = (afterMs = usualMs): void => {
  setFlagsFromString("--semi-space-growth-factor=1");
  setTimeout(() => setFlagsFromString("--semi-space-growth-factor=2"), afterMs).unref();
};
