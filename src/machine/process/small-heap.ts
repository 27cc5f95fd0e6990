import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Longer than a check of a tree with 1,000 files of alerts takes. */
const usualMs = 30_000;

/** Bytes of the space of new objects, which V8 has twice: what is alive is copied from one half to the other. */
const enoughBytes = 2 * 4 * 1024 * 1024;

/** Milliseconds between two looks at how large it is: it grows when a few times its size was taken. */
const lookMs = 5;

/**
 * Has V8 leave the space of new objects as large as it is, and look for garbage among old ones only where their room is
 * used up: to mark beforehand, in threads beside ours, takes 40 ms of a check's CPU time. Scripts are loaded and kept
 * under this: what was compiled under other flags counts as another text. To be called as `optimizeLater` is.
 */
export const holdHeap = (): void => {
  growBy(1);
  setFlagsFromString("--no-incremental-marking");
};

/**
 * Has V8 let the space of new objects grow from 1 MiB to 4 and no further. As small as at the start it is full sixty
 * times in a check, and to look for what is alive takes a tenth of its CPU time; by itself V8 lets it grow to 32 MiB:
 * for a check of a usual tree 24 MiB and 6,000 page faults more, and to 64 MiB where there are 1,000 files of alerts:
 * 40 to 110 MiB more; in no less time. A run that takes longer yet, for it has more to read, gets the room then.
 */
export const growLater = (afterMs = usualMs): void => {
  const looking = setInterval(() => {
    const missing = Math.floor(enoughBytes / newSpaceBytes());
    growBy(Math.min(4, Math.max(1, missing)));
    if (missing <= 1) clearInterval(looking);
  }, lookMs).unref();
  setTimeout(() => {
    clearInterval(looking);
    growBy(2);
    setFlagsFromString("--incremental-marking");
  }, afterMs).unref();
};

const growBy = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

const newSpaceBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? enoughBytes;
