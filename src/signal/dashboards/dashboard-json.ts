import type { Grafana } from "../grafana/grafana.ts";
import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { isRead, type ReadDashboard } from "./dashboard-model.ts";

const hop = "grafana-takes-json";

/**
 * Whether Grafana's file provisioning takes what is in the file: valid JSON, in the classic form, with
 * a title and a proper uid.
 */
export const jsonHops = (file: DashboardFile, grafana: Grafana): readonly Hop[] => {
  const { model, placed } = file;
  if (model.form === "unseen")
    return [{ hop, status: "unknown", why: "The sidecar downloads the dashboard: what is in it cannot be seen" }];
  if (model.form === "invalid") {
    const { message, at, edits } = model.fault;
    const fix = edits.length > 0 ? { fix: { description: "Remove the comma", edits } } : {};
    return [
      { hop, status: "broken", why: `This is not valid JSON: ${message}`, at, ...fix, check: "dashboard-json-invalid" },
    ];
  }
  if (model.form === "no-object") {
    const why = `A dashboard is an object, and the file holds ${model.found}`;
    return [{ hop, status: "broken", why, at: placed.at(0), check: "dashboard-json-invalid" }];
  }
  if (!isRead(model)) return [];
  const refused = formRefused(file, model, grafana);
  if (refused !== null) return [refused];
  const broken = [titleMissing(file, model), uidInvalid(file, model)].filter((one) => one !== null);
  const why = `It is valid JSON, with the title ${JSON.stringify(model.title)}`;
  return broken.length > 0 ? broken : [{ hop, status: "ok", why }];
};

const formRefused = ({ json }: DashboardFile, model: ReadDashboard, grafana: Grafana): Hop | null => {
  switch (model.form) {
    case "v2":
      return {
        hop,
        status: "broken",
        why: "This is a dashboard in Grafana's V2 format, which its file provisioning refuses",
        at: json.at(["elements"]),
        fix: { description: "Export it as code with the model Classic, and take that", edits: [] },
        check: "dashboard-v2-not-provisionable",
      };
    case "v2-resource":
    case "v1-resource":
      return resourceRefused(json.at(["apiVersion"]), model, grafana.pods[0]?.version ?? null);
    case "envelope":
      return {
        hop,
        status: "broken",
        why: "The dashboard stands inside the envelope of Grafana's HTTP API, where file provisioning finds no title",
        at: json.at(["dashboard"]),
        fix: { description: "Keep only what is in `dashboard`", edits: [] },
        check: "dashboard-title-missing",
      };
    case "classic":
      return null;
  }
};

/**
 * Grafana 12 finds no title in a Kubernetes-like object. From 13 on its file provisioning hands it to the dashboard
 * API, which some releases refuse: https://github.com/grafana/grafana/issues/123607, /122663 and /128167.
 */
const resourceRefused = (at: NonNullable<Hop["at"]>, { form }: ReadDashboard, version: string | null): Hop => {
  const major = Number.parseInt(version ?? "", 10);
  const what = `This is a Kubernetes-like object of ${form === "v2-resource" ? "a V2" : "a V1"} dashboard`;
  if (major < 13)
    return {
      hop,
      status: "broken",
      why: `${what}, which the file provisioning of Grafana ${version} does not take`,
      at,
      fix: { description: "Export it as code with the model Classic, and take that", edits: [] },
      check: "dashboard-v2-not-provisionable",
    };
  return { hop, status: "unknown", why: `${what}: not every release of Grafana takes one from a file`, at };
};

const titleMissing = ({ json }: DashboardFile, { title }: ReadDashboard): Hop | null =>
  title !== null
    ? null
    : {
        hop,
        status: "broken",
        why: "The dashboard has no title, and Grafana takes none without",
        at: json.at(["title"]),
        fix: { description: "Give it a title", edits: [] },
        check: "dashboard-title-missing",
      };

const uidInvalid = ({ json }: DashboardFile, { uid }: ReadDashboard): Hop | null => {
  // Grafana trims it first.
  const own = uid?.trim() ?? "";
  const tooLong = own.length > 40;
  if (!tooLong && /^[a-zA-Z0-9_-]*$/.test(own)) return null;
  const wanted = own.replace(/[^a-zA-Z0-9_-]+/g, "-").slice(0, 40);
  return {
    hop,
    status: "broken",
    why: tooLong
      ? `The uid has ${own.length} characters, and Grafana takes 40`
      : `The uid ${JSON.stringify(own)} has characters other than letters, digits, - and _, and Grafana refuses it`,
    at: json.at(["uid"]),
    fix: { description: `Use the uid ${wanted}`, edits: json.rewrite([() => ["uid"]], () => JSON.stringify(wanted)) },
    check: "dashboard-uid-invalid",
  };
};
