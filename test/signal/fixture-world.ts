import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ExporterModel } from "../../src/dcgm/exporter-model.ts";
import { buildWorld } from "../../src/world/build-world.ts";
import type { World } from "../../src/world/world.ts";
import { makeStand } from "../render/stand.ts";
import { noExporter } from "./world-of.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const chart = "charts/kube-prometheus-stack";

/**
 * The world of a fixture stack, rendered by the real commands with our stand-in chart; `files` replaces
 * or adds files of the stack.
 */
export const fixtureWorld = async (
  fixture: string,
  options: { readonly files?: Readonly<Record<string, string>>; readonly exporter?: ExporterModel } = {},
): Promise<World> => {
  const stand = await makeStand({
    files: { ...filesUnder(fixture, "prometheus-stack"), ...filesUnder(chart, chart), ...options.files },
    inputs: { path: "prometheus-stack", chart, tools: "path" },
  });
  const stack = await stand.load();
  return buildWorld(stack, await stand.render({ stack }), options.exporter ?? noExporter);
};

const filesUnder = (folder: string, as: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [as + path.slice(join(fixtures, folder).length), readFileSync(path, "utf8")];
      }),
  );
