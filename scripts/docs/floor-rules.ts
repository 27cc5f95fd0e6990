import { effectful, floors, refusedTo, wayOut } from "../floors.ts";

const effects = "Effects live in src/machine: take them as a parameter, typed in src/outside.";
const modules = [
  ...["fs", "fs/promises", "child_process", "http", "https", "tls", "os", "worker_threads"].map(
    (name) => `node:${name}`,
  ),
  ...["core", "exec", "github", "http-client", "tool-cache"].map((name) => `@actions/${name}`),
];

/**
 * The text of biome.floors.json: one override a room. An override's options replace those of the base, so that each
 * repeats what only src/machine may import. https://biomejs.dev/reference/configuration/#overrides
 */
export const floorRules = (): string => `${JSON.stringify({ overrides: floors.flat().map(overrideOf) }, null, 2)}\n`;

const overrideOf = (room: string) => ({
  includes: room.endsWith(".ts")
    ? [`src/${room}`]
    : [`src/${room}/**`, ...roomsWithin(room).map((one) => `!src/${one}/**`)],
  linter: {
    rules: {
      style: {
        noRestrictedImports: {
          level: "error",
          options: {
            ...(effectful.includes(room) ? {} : { paths: Object.fromEntries(modules.map((name) => [name, effects])) }),
            patterns: patternsOf(room),
          },
        },
      },
    },
  },
});

const patternsOf = (room: string) => {
  const refused = refusedTo(room);
  const group = refused.flatMap((other) => importsOf(other, room));
  return group.length === 0 ? [] : [{ group, message: wayOut(room) }];
};

/**
 * How imports of a room are written in another: by its whole way, and from within the folder that both
 * are in by the rest of it.
 */
const importsOf = (room: string, importer: string): readonly string[] => {
  if (room.endsWith(".ts")) return [`**/${room}`];
  const [outer] = importer.split("/");
  if (room === outer) return ["../*.ts"];
  if (roomsWithin(room).length > 0) return [`**/${room}/*.ts`];
  const [folder, inner] = room.split("/");
  return inner !== undefined && folder === outer ? [`../${inner}/**`] : [`**/${room}/**`];
};

const roomsWithin = (room: string): readonly string[] => floors.flat().filter((one) => one.startsWith(`${room}/`));
