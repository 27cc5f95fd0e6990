import { type FSWatcher, watch } from "chokidar";
import { OperatorError } from "../../core/errors.ts";
import { isGitData } from "../../core/within.ts";

/** Tells of changes on the disk. */
export interface FileWatch {
  /**
   * Watches exactly these places from now on, each with all below it. Answers whether any of them was not watched
   * before: what changed there until now nobody saw. Throws OperatorError where the system lets nothing be watched.
   */
  watch(places: readonly string[]): Promise<boolean>;
  /**
   * Waits for a change and then until nothing has changed for a moment; answers the paths since it was asked last, none
   * where `signal` ended the waiting.
   */
  changes(signal: AbortSignal): Promise<readonly string[]>;
  close(): Promise<void>;
}

interface WatchOptions {
  /** Editors and git write several files for one change, or one in parts. Milliseconds. */
  readonly quietMs?: number;
  readonly longestMs?: number;
  /** Whether that is a file which this process writes by itself: nothing is told of it. */
  readonly isOwn?: (path: string) => boolean;
}

/**
 * By chokidar, for `fs.watch` with `recursive` is silent (Linux, Node 24) about a file that was replaced by renaming,
 * as editors save, and about a folder that was removed and made again at once.
 */
export const watchFiles = ({ quietMs = 25, longestMs = 500, isOwn = () => false }: WatchOptions = {}): FileWatch => {
  const changed = new Set<string>();
  let wake: () => void = () => {};
  let trouble: unknown = null;
  let watched: readonly string[] = [];
  let watcher: FSWatcher | null = null;
  const onChange = (path: string): void => {
    if (isOwn(path)) return;
    changed.add(path);
    wake();
  };
  const onTrouble = (cause: unknown): void => {
    trouble ??= cause;
    wake();
  };
  /** False where nothing came for as long as that. */
  const nextEvent = (signal: AbortSignal, ms?: number): Promise<boolean> =>
    new Promise((done) => {
      const end = (came: boolean): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", wake);
        wake = () => {};
        done(came);
      };
      const timer = ms === undefined ? undefined : setTimeout(() => end(false), ms);
      wake = () => end(true);
      signal.addEventListener("abort", wake);
    });
  return {
    async watch(places) {
      const known = new Set(watched);
      const isMore = places.some((place) => !known.has(place));
      if (!isMore && places.length === watched.length) return false;
      const old = watcher;
      watcher = await opened(places, onChange, onTrouble);
      watched = places;
      await old?.close();
      return isMore;
    },
    async changes(signal) {
      while (changed.size === 0 && trouble === null && !signal.aborted) await nextEvent(signal);
      const latest = performance.now() + longestMs;
      while (!signal.aborted && performance.now() < latest && (await nextEvent(signal, quietMs)));
      if (trouble !== null) throw notWatched(trouble);
      const paths = signal.aborted ? [] : [...changed].sort();
      changed.clear();
      return paths;
    },
    close: async () => watcher?.close(),
  };
};

const opened = async (
  places: readonly string[],
  onChange: (path: string) => void,
  onTrouble: (cause: unknown) => void,
): Promise<FSWatcher> => {
  const watcher = watch([...places], {
    ignoreInitial: true,
    ignored: (path) => isNotASource(path, places),
    // A link may lead out of the repository: the real place is among the places, where it counts.
    followSymlinks: false,
    // What an editor takes away and puts back within a moment is one change to us anyway.
    atomic: false,
    ignorePermissionErrors: true,
  });
  watcher.on("all", (_, path) => onChange(path));
  watcher.on("error", onTrouble);
  await new Promise<void>((done) => watcher.once("ready", done));
  return watcher;
};

/** As for a walk: git's own data and installed packages are no sources, and large. */
const isNotASource = (path: string, places: readonly string[]): boolean => {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (isGitData(name) || name === "node_modules") && !places.includes(path);
};

const notWatched = (cause: unknown): OperatorError =>
  new OperatorError(
    "internal",
    `Files cannot be watched any more: ${cause instanceof Error ? cause.message : cause}`,
    "Let more files be watched (on Linux the setting fs.inotify.max_user_watches), or check without --watch.",
    { cause },
  );
