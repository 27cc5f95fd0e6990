import type { Attack } from "./attack.ts";

const at = (name: string, dir: string, lay: Attack["lay"], ends: Attack["ends"]): Attack => ({
  name: `the report's folder ${name}`,
  ...(lay && { lay }),
  inputs: { "report-dir": dir },
  ends,
});

/** Where the report and the schemas may not lead. */
export const reportPlaces: readonly Attack[] = [
  at("is a link to outside", "report", (ground) => ground.link("$OUTSIDE", "report"), "invalid-input"),
  at("is below a link to outside", "report/deep", (ground) => ground.link("$OUTSIDE", "report"), "invalid-input"),
  at("is in the folder .git", ".git/report", undefined, "invalid-input"),
  at("is a FIFO", "report", (ground) => ground.fifo("report"), "invalid-input"),
  {
    name: "the usual folder of reports is a link to outside",
    lay: (ground) => ground.link("$HOME", "../temp/prometheus-stack-report"),
    ends: [null, "invalid-input"],
  },
  ...(
    [
      ["a link to outside", "$OUTSIDE"],
      ["the token's folder", ".git"],
      ["a template that leads out", "../outside/{{.ResourceKind}}.json"],
      ["a FIFO's folder", "schemas"],
    ] as const
  ).map(
    ([name, location]): Attack => ({
      name: `schemas in ${name}`,
      lay: (ground) => {
        ground.link("$OUTSIDE", "linked");
        for (const kind of ["namespace", "configmap", "prometheusrule"])
          ground.link("$OUTSIDE/canary.json", `schemas/${kind}.json`);
      },
      inputs: { "schema-locations": location === "$OUTSIDE" ? "linked" : location },
      ends: [null, "findings", "invalid-input", "schemas-unavailable"],
    }),
  ),
  {
    name: "kinds that lead a schema's path out",
    lay: (ground) => {
      ground.write("schemas/x.json", "{}");
      ground.resource("k.yaml", "apiVersion: ../../../outside/v1\nkind: ../../outside/canary\nmetadata: {name: k}\n");
      ground.resource("l.yaml", "apiVersion: v1\nkind: canary\nmetadata: {name: l}\n");
    },
    inputs: { "schema-locations": "schemas" },
    ends: ["findings", "invalid-input", "render-failed"],
  },
  ...(["a__b", "x".repeat(250), "a\nb", "ä b", "..x", "-x"] as const).map(
    (name): Attack => ({
      name: `an overlay called ${JSON.stringify(name.slice(0, 20))}`,
      lay: (ground) => {
        ground.write(`prometheus-stack/overlays/${name}/kustomization.yaml`, "resources: [c.yaml]\n");
        ground.write(
          `prometheus-stack/overlays/${name}/c.yaml`,
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: monitoring}\n",
        );
        ground.write("prometheus-stack/overlays/a/b/kustomization.yaml", "resources: []\n");
      },
      ends: [null, "findings", "invalid-input"],
    }),
  ),
  {
    name: "an exporter that is the token",
    inputs: { exporter: ".git/config" },
    ends: "invalid-input",
  },
  {
    name: "an exporter that is a link to outside",
    lay: (ground) => ground.link("$OUTSIDE", "exporter"),
    inputs: { exporter: "exporter" },
    ends: ["invalid-input", "findings"],
  },
  {
    name: "an exporter's folder with links and devices",
    lay: (ground) => {
      ground.link("$OUTSIDE/canary.yaml", "exporter/a.yaml");
      ground.link("/dev/zero", "exporter/b.yaml");
      ground.link(".", "exporter/c");
      ground.fifo("exporter/d.yaml");
    },
    inputs: { exporter: "exporter" },
    ends: ["invalid-input", "findings"],
  },
];
