import { gunzipSync } from "node:zlib";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isObject, type Json, type JsonObject, valueAt } from "../../../src/kubernetes/manifest.ts";
import { routeOf } from "../../../src/signal/alertmanager/alert-route.ts";
import type { AlertmanagerConfig } from "../../../src/signal/alertmanager/alertmanager-config.ts";
import { configInForce } from "../../../src/signal/alertmanager/alertmanager-in-force.ts";
import { readAlertmanagerConfig } from "../../../src/signal/alertmanager/read-alertmanager-config.ts";
import { type Court, openCourt } from "../../judge/court.ts";
import { operatorObject } from "../../judge/operator-object.ts";
import { the, worldOf } from "../world-of.ts";
import { type AlertmanagerCase, alertLabelSets, alertmanagerCases, namespaces } from "./alertmanager-cases.ts";
import { askAmtool } from "./ask-amtool.ts";
import type { RouteCase } from "./route-cases.ts";

/** ALERTMANAGER_CASES=100 tries more; SEED repeats a run. */
const count = Number(process.env["ALERTMANAGER_CASES"] ?? 15);
const seed = Number(process.env["SEED"] ?? 20_261_122);

describe.each([
  { flags: [] },
  { flags: [`--namespaces=${namespaces[0]},${namespaces[1]}`] },
  {
    flags: [`--deny-namespaces=${namespaces[2]}`, `--alertmanager-config-namespaces=${namespaces[0]},${namespaces[2]}`],
  },
])("told $flags", ({ flags }) => {
  let court: Court;
  beforeAll(async () => {
    court = await openCourt({ flags });
  });
  afterAll(() => court?.close());

  const create = async (object: JsonObject): Promise<void> => {
    const { apiVersion, kind } = object;
    const namespace = valueAt(object, ["metadata", "namespace"]);
    const group = apiVersion === "v1" ? "/api/v1" : `/apis/${apiVersion}`;
    const scope = namespace === undefined ? "" : `/namespaces/${namespace}`;
    const { status, body } = await court.cluster.request(
      "POST",
      `${group}${scope}/${String(kind).toLowerCase()}s`,
      object,
    );
    if (status !== 201 && status !== 409) throw new Error(`${status} to ${kind}: ${JSON.stringify(body)}`);
  };

  /** What the operator made of the case; null as long as there is nothing. */
  const generated = async ({ name }: AlertmanagerCase): Promise<JsonObject | null> => {
    const path = `/api/v1/namespaces/${namespaces[0]}/secrets/alertmanager-${name}-generated`;
    const { body } = await court.cluster.request("GET", path);
    const data = valueAt(body as Json, ["data", "alertmanager.yaml.gz"]);
    const config = typeof data === "string" ? load(gunzipSync(Buffer.from(data, "base64")).toString("utf8")) : null;
    return isObject(config) ? config : null;
  };

  const predicted = ({ objects, name }: AlertmanagerCase): AlertmanagerConfig => {
    const world = worldOf({
      tree: [...objects, operatorObject(court.version, flags)].map((object) => JSON.stringify(object)).join("\n---\n"),
    });
    const read = configInForce(the(world, "Alertmanager", name), world);
    if (!read?.config) throw new Error(`no configuration for ${name}: ${read?.problem?.message}`);
    return read.config;
  };

  /** Everything that decides, without the places. */
  const plain = (config: AlertmanagerConfig): unknown => JSON.parse(JSON.stringify(config));

  const ends = (config: AlertmanagerConfig, labels: Readonly<Record<string, string>>): readonly string[] =>
    routeOf(config, {
      labels: new Map(Object.entries(labels).map(([name, value]) => [name, [value]])),
      open: false,
    }).routes.map(({ route }) => route.receiver);

  test(`the operator builds the configuration that we foresee, and amtool routes by it (${count} Alertmanagers, seed ${seed})`, async () => {
    const cases = alertmanagerCases(count, seed);
    for (const name of namespaces) await create({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
    for (const { objects } of cases) for (const object of objects) await create(object);

    const made = new Map<string, JsonObject>();
    // The operator may see the Alertmanager before it sees all of its AlertmanagerConfigs: what it makes last counts.
    const settled = async (): Promise<boolean> => {
      for (const one of cases) {
        const config = await generated(one);
        if (config !== null) made.set(one.name, config);
      }
      return cases.every((one) => JSON.stringify(observed(one)) === JSON.stringify(plain(predicted(one))));
    };
    const observed = ({ name }: AlertmanagerCase): unknown => {
      const read = readAlertmanagerConfig(JSON.stringify(made.get(name) ?? null));
      return read.config === null ? read.problem.message : plain(read.config);
    };
    await court.cluster.processes.until("all Alertmanagers are as foreseen", settled).catch(() => {});
    const disagreements = cases
      .map((one) => ({ name: one.name, objects: one.objects, operator: observed(one), ours: plain(predicted(one)) }))
      .filter(({ operator, ours }) => JSON.stringify(operator) !== JSON.stringify(ours));
    expect(disagreements).toEqual([]);

    const questions = cases.flatMap((one) => alertLabelSets.map((labels) => ({ one, labels })));
    const answers = await askAmtool(
      questions.map(({ one, labels }) => ({ config: made.get(one.name) as unknown as RouteCase["config"], labels })),
    );
    const differing = questions
      .map(({ one, labels }, index) => ({
        name: one.name,
        labels,
        amtool: answers[index],
        ours: ends(predicted(one), labels),
      }))
      .filter(({ amtool, ours }) => JSON.stringify(amtool) !== JSON.stringify(ours));
    console.log(
      `Alertmanager: ${cases.length} configurations of the operator as foreseen, ${questions.length} alerts routed, ${differing.length} disagreements with amtool; seed ${seed}`,
    );
    expect(differing).toEqual([]);
    expect(new Set(answers.map(String)).size).toBeGreaterThan(3);
  }, 240_000);
});
