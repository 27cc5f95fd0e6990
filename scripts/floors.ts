/**
 * The floors of src/, from the ground up: a room is a folder with what lies below it, or a file of src/ itself. A file
 * imports from its own room and from rooms on floors below, never from beside or above. `npm run docs` makes Biome's
 * rules of it, and test/floors.test.ts reads every import.
 */
export const floors: readonly (readonly string[])[] = [
  ["core"],
  ["kubernetes", "outside"],
  ["text", "promql", "input-reader.ts"],
  ["inputs.ts"],
  ["kubectl", "stack", "gate"],
  ["render", "lock"],
  ["secrets"],
  ["inventory", "validate", "dcgm", "exporters", "plan"],
  ["world", "deploy", "init"],
  ["fix"],
  ["signal/path"],
  ["signal/operator", "signal/rules", "signal/grafana"],
  ["signal/scrape", "signal/alertmanager"],
  ["signal/metrics", "signal/series"],
  ["signal/alerts", "signal/dashboards", "signal/capacity"],
  ["signal"],
  ["proof", "verify"],
  ["checks", "doctor"],
  ["policy"],
  ["compare"],
  ["report"],
  ["machine", "resolve-stage.ts", "outcome.ts"],
  ["plan-stage.ts", "verify-stage.ts", "earlier-report.ts", "examine"],
  ["cluster-stages.ts", "after-render.ts"],
  ["run.ts"],
  ["cli"],
  ["step.ts", "command.ts"],
  ["program.ts"],
  ["load-program.ts"],
  ["main.ts", "cli.ts"],
];

/** The rooms whose files may have effects: what they import of Node and of the runner nothing else may. */
export const effectful: readonly string[] = [
  "machine",
  "step.ts",
  "command.ts",
  "load-program.ts",
  "main.ts",
  "cli.ts",
];

/**
 * Where a file stands. `file` is relative to src/, e.g. `signal/alerts/alert-path.ts`. Throws
 * where no room is meant for it.
 */
export const roomOf = (file: string): { readonly room: string; readonly floor: number } => {
  for (let place = file; place !== ""; place = place.slice(0, Math.max(place.lastIndexOf("/"), 0))) {
    const floor = floors.findIndex((rooms) => rooms.includes(place));
    if (floor !== -1) return { room: place, floor };
  }
  throw new Error(`src/${file} lies in no room: give it one in scripts/floors.ts`);
};

/** Why a file may not import another; null where it may. Both are relative to src/. */
export const refusedImport = (from: string, to: string): string | null => {
  const [importer, imported] = [roomOf(from), roomOf(to)];
  if (importer.room === imported.room || imported.floor < importer.floor) return null;
  const where = imported.floor === importer.floor ? "beside" : "above";
  return `src/${from} may not import src/${to}: ${imported.room} stands ${where} ${importer.room}. ${wayOut(importer.room)}`;
};

/** What to do instead. */
export const wayOut = (room: string): string =>
  `src/${room} imports its own files and those of floors below (${below(room).join(", ")}): what it needs belongs there, and what needs both belongs above.`;

/** All rooms on floors below, from the ground up. */
const below = (room: string): readonly string[] => {
  const rooms = floors.slice(0, roomOf(room).floor).flat();
  return rooms.length === 0 ? ["none"] : rooms;
};

/** All rooms that a room may not import from. */
export const refusedTo = (room: string): readonly string[] =>
  floors
    .slice(roomOf(room).floor)
    .flat()
    .filter((other) => other !== room);
