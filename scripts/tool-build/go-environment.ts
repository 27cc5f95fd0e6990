import { availableParallelism, totalmem } from "node:os";

/** go.sum is the checksum record: nothing may change it, and no other Go than the installed one is downloaded. */
const exact = { GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly", GOWORK: "off" } as const;

/** As the official builds are: no C compiler is asked, and nothing of this machine's C library is in the command. */
export const portable = { CGO_ENABLED: "0" } as const;

/** Below this much for each compiler its own collector is the better judge. */
const worthwhile = 512 * 1024 * 1024;

/**
 * What tells the compilers to collect garbage only near a limit: a quarter of the memory, shared by as many as run at
 * once. Most need less than that and never collect. Empty on a machine with little memory.
 */
export const collectLate = (memoryBytes: number, atOnce: number): Readonly<Record<string, string>> => {
  const each = Math.floor(memoryBytes / 4 / atOnce);
  return each < worthwhile ? {} : { GOGC: "off", GOMEMLIMIT: `${each}` };
};

/** A container's limit, where there is one, and not the machine's. */
const memory = (): number => Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** The environment of every `go` of ours. */
export const goEnvironment = (): Record<string, string> => {
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return { ...Object.fromEntries(own), ...collectLate(memory(), availableParallelism()), ...exact, ...portable };
};
