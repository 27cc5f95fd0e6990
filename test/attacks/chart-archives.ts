import { gzipSync } from "node:zlib";
import type { Attack } from "./attack.ts";
import { chart } from "./chart-attack.ts";
import type { Ground } from "./ground.ts";
import { endlessArchive, tarball, tarOf } from "./tarball.ts";

const archive = (name: string, bytes: (ground: Ground) => Uint8Array, more: Partial<Attack> = {}): Attack =>
  chart(`in an archive ${name}`, (ground) => ground.write("evil.tgz", bytes(ground)), {
    inputs: { chart: "evil.tgz" },
    ...more,
  });

const own = {
  "evil/Chart.yaml": "apiVersion: v2\nname: evil\nversion: 1.0.0\n",
  "evil/values.yaml": "a: b\n",
} as const;

/** What a packed chart of the tree may not read, write or take. */
export const chartArchives: readonly Attack[] = [
  archive("that leads out", () => tarball({ ...own, "../../outside/written.txt": "x" })),
  archive("with an absolute path", (ground) => tarball({ ...own, [`${ground.outside}/written.txt`]: "x" })),
  archive("with a link to outside", (ground) =>
    gzipSync(tarOf([...files(own), { path: "evil/templates/x.yaml", link: `${ground.outside}/canary.yaml` }])),
  ),
  archive("with a hard link to outside", (ground) =>
    gzipSync(
      tarOf([...files(own), { path: "evil/templates/x.yaml", link: `${ground.outside}/canary.yaml`, hard: true }]),
    ),
  ),
  archive("with a link and a file below it", (ground) =>
    gzipSync(
      tarOf([...files(own), { path: "evil/l", link: ground.outside }, { path: "evil/l/written.txt", text: "x" }]),
    ),
  ),
  archive("with a FIFO", () => gzipSync(tarOf([...files(own), { path: "evil/templates/x.yaml", fifo: true }]))),
  archive("that is no archive", () => Buffer.from("apiVersion: v2\nname: x\n")),
  archive("of ten gigabytes", () => endlessArchive("evil/templates/x.yaml", 7)),
  archive("of ten gigabytes in a subchart's archive", () =>
    tarball({ ...own, "evil/charts/sub-1.0.0.tgz": endlessArchive("sub/templates/x.yaml", 7) }),
  ),
  archive("of archives in archives", () => nested(40)),
  archive("with 30,000 files", () =>
    tarball({ ...own, ...Object.fromEntries(Array.from({ length: 30_000 }, (_, n) => [`evil/f/${n}.txt`, "x"])) }),
  ),
  archive("whose schema names a file", (ground) =>
    tarball({ ...own, "evil/values.schema.json": ground.fill('{"$ref": "file://$OUTSIDE/canary.json"}') }),
  ),
  archive("whose nested schema asks", (ground) =>
    tarball({
      ...own,
      "evil/charts/sub.tgz": tarball({
        "sub/Chart.yaml": "apiVersion: v2\nname: sub\nversion: 1.0.0\n",
        "sub/values.schema.json": ground.fill('{"$ref": "$HERE/x.json"}'),
      }),
    }),
  ),
  chart("in an archive that is a FIFO", (ground) => ground.fifo("evil.tgz"), { inputs: { chart: "evil.tgz" } }),
  chart("in an archive that is a link to a device", (ground) => ground.link("/dev/zero", "evil.tgz"), {
    inputs: { chart: "evil.tgz" },
  }),
  chart("in an archive that is a link to outside", (ground) => ground.link("$OUTSIDE/canary.txt", "evil.tgz"), {
    inputs: { chart: "evil.tgz" },
  }),
];

const files = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([path, text]) => ({ path, text }));

const nested = (depth: number): Uint8Array => {
  let inner: Uint8Array = tarball({ "x/Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n" });
  for (let n = 0; n < depth; n++)
    inner = tarball({
      "x/Chart.yaml": "apiVersion: v2\nname: x\nversion: 1.0.0\n",
      "x/charts/a.tgz": inner,
      "x/charts/b.tgz": inner.length < 200_000 ? inner : "",
    });
  return inner;
};
