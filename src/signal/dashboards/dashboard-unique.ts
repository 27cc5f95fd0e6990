import { type Edit, type Fix, nameOf } from "../../core/finding.ts";
import type { Grafana } from "../grafana/grafana.ts";
import { folderFor, providerOf } from "../grafana/grafana-providers.ts";
import type { Hop } from "../path/signal-path.ts";
import type { DashboardFile } from "./dashboard-file.ts";
import { isRead } from "./dashboard-model.ts";
import { isSameFile } from "./dashboard-place.ts";

const hop = "dashboard-is-unique";
const frozen = "Grafana then writes no dashboard of this provider any more";

/** Who uses which uid, and which title in which folder. */
export interface DashboardNames {
  readonly uids: ReadonlyMap<string, readonly DashboardFile[]>;
  readonly titles: ReadonlyMap<string, readonly DashboardFile[]>;
}

export const namesIn = (files: readonly DashboardFile[], grafana: Grafana): DashboardNames => {
  // Grafana counts only what it could read: a file that it refuses takes no name.
  const counted = files.filter(
    ({ model, name }) => model.form === "classic" && model.title !== null && name.endsWith(".json"),
  );
  return {
    uids: Map.groupBy(counted, uidOf),
    titles: Map.groupBy(counted, (file) => titleKey(file, grafana)),
  };
};

/**
 * Whether uid and title are the dashboard's alone, among all that Grafana is given: one duplicate is
 * enough to freeze them all.
 */
export const uniqueHops = (file: DashboardFile, names: DashboardNames, grafana: Grafana): readonly Hop[] => {
  const { model, json } = file;
  if (!isRead(model) || model.form !== "classic")
    return [{ hop, status: "unknown", why: "Grafana reads no uid and no title of it" }];
  // What reads them elsewhere, such as Grafana's operator, may write them one by one.
  if (grafana.pods.length === 0) return [{ hop, status: "unknown", why: "No Grafana is part of the stack" }];
  const broken: Hop[] = [];
  const uid = uidOf(file);
  const sameUid = uid === "" ? undefined : otherThan(file, names.uids.get(uid));
  if (sameUid !== undefined)
    broken.push({
      hop,
      status: "broken",
      why: `${whose(sameUid)} has the uid ${uid} too: ${frozen}`,
      at: json.at([...model.root, "uid"]),
      fix: ownUids(uid, names, grafana),
      check: "dashboard-uid-duplicate",
    });
  const sameTitle = otherThan(file, names.titles.get(titleKey(file, grafana)));
  if (sameTitle !== undefined && model.title !== null)
    broken.push({
      hop,
      status: "broken",
      why: `${whose(sameTitle)} has the title ${JSON.stringify(model.title)} in the same folder: ${frozen}`,
      at: json.at([...model.root, "title"]),
      fix: { description: "Give the dashboard a title of its own", edits: [] },
      check: "dashboard-title-duplicate",
    });
  return broken.length > 0
    ? broken
    : [{ hop, status: "ok", why: "No other dashboard has its uid, or its title in its folder" }];
};

/** Of two with one file name only one is there at a time: that collision is told by itself. */
const otherThan = (file: DashboardFile, users: readonly DashboardFile[] | undefined): DashboardFile | undefined =>
  users?.find((one) => one !== file && !isSameFile(one, file));

const whose = ({ object, key, own }: DashboardFile): string =>
  `${key} in ${nameOf(object.ref)}${own ? "" : ", which the chart brings,"}`;

const uidOf = ({ model }: DashboardFile): string => (isRead(model) ? (model.uid?.trim() ?? "") : "");

/** Folder and title; where Grafana's folders cannot be seen, all is one folder, as the chart has it. */
const titleKey = ({ model, directory }: DashboardFile, grafana: Grafana): string => {
  const provider = providerOf(grafana.providers, directory);
  return JSON.stringify([
    provider === undefined ? "" : folderFor(provider, directory),
    isRead(model) ? model.title : null,
  ]);
};

/**
 * All but one get a uid of their own: links to that one go on working. The same dashboard twice is one too many,
 * and which, a person says.
 */
const ownUids = (uid: string, names: DashboardNames, grafana: Grafana): Fix => {
  const users = names.uids.get(uid) ?? [];
  const kept = users.find(({ own }) => !own) ?? users[0];
  const others = users.filter((one) => one !== kept && one.own);
  if (users.some((one) => otherThan(one, names.titles.get(titleKey(one, grafana))) !== undefined))
    return { description: "Take one of the two away, or give it a uid and a title of its own", edits: [] };
  const edits = others.map((one) => ownUid(one, names));
  const description = "Give the dashboard a uid of its own";
  const [first] = others.map(wantedUid);
  return edits.some((one) => one.length === 0)
    ? { description, edits: [] }
    : { description: `${description}, e.g. ${first}`, edits: edits.flat() };
};

const wantedUid = ({ key }: DashboardFile): string =>
  key
    .replace(/\.json$/, "")
    .replace(/[^a-zA-Z0-9_-]+/g, "-")
    .slice(0, 40);

const ownUid = (file: DashboardFile, names: DashboardNames): readonly Edit[] => {
  const { json, model } = file;
  const wanted = wantedUid(file);
  if (!isRead(model) || wanted === "" || names.uids.has(wanted)) return [];
  return json.rewrite([() => [...model.root, "uid"]], () => JSON.stringify(wanted));
};
