import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { kubernetesSchemas } from "../../kubernetes-schemas.ts";
import { releasedSchemas } from "./released-schemas.ts";

const released = await releasedSchemas();

const withoutEnumerations = (text: string): unknown =>
  JSON.parse(text, (key, value) => (key === "enum" ? undefined : value));

test.skipIf(released === undefined)(
  "the release's own schemas are those of the cluster but for enumerations (needs the module that kubectl is built from)",
  async () => {
    const cluster = await kubernetesSchemas();
    const names = readdirSync(cluster, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
    expect(names.length).toBeGreaterThan(200);
    const read = (folder: string) => names.map((name) => withoutEnumerations(readFileSync(join(folder, name), "utf8")));
    expect(read(released ?? "")).toEqual(read(cluster));
  },
);
