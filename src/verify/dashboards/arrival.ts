import type { DashboardFile } from "../../signal/dashboards/dashboard-file.ts";
import { isRead, type ReadDashboard } from "../../signal/dashboards/dashboard-model.ts";
import type { Known } from "../reach/known.ts";
import type { HeldDashboard, LiveGrafana } from "./live-grafana.ts";
import type { LiveWay, Seen } from "./live-sidecar.ts";
import { differenceOf } from "./same-dashboard.ts";

/** What Grafana shows of the way of a file, beside what lies in the cluster. */
export interface Arrival {
  readonly "grafana-reads-file": Seen;
  readonly "grafana-takes-json": Seen;
  readonly "dashboard-is-unique": Seen;
  readonly arrives: Seen;
}

/** Whether Grafana has the dashboard of a file, from that file, as it is written there. */
export const arrivalOf = async (file: DashboardFile, way: LiveWay, grafana: LiveGrafana): Promise<Arrival> => {
  const { model } = file;
  if (model.form === "unseen")
    return nothingSeen("what the sidecar downloads cannot be seen, nor told from what Grafana has");
  if (!isRead(model)) return absent("Grafana has nothing of it: what the file holds is no dashboard", way);
  const uid = await uidOf(model, grafana);
  if (!uid.ok) return nothingSeen(uid.why);
  if (uid.value === null) return absent(`Grafana has no dashboard with the title ${JSON.stringify(model.title)}`, way);
  const got = await grafana.dashboard(uid.value);
  if (!got.ok) return nothingSeen(got.why);
  if (got.value === null) return absent(`Grafana has no dashboard with the uid ${uid.value}`, way);
  return present(file, model, uid.value, got.value);
};

/** One without a uid gets one from Grafana: it is found by its title. */
const uidOf = async ({ uid, title }: ReadDashboard, { list }: LiveGrafana): Promise<Known<string | null>> => {
  if (uid !== null) return { ok: true, value: uid.trim() };
  if (!list.ok) return list;
  return { ok: true, value: list.value.find((one) => one.title === title?.trim())?.uid ?? null };
};

/** The same of all, where nothing can be seen. */
export const nothingSeen = (what: string): Arrival => {
  const seen: Seen = { sight: "cannot-be-seen", what };
  return { "grafana-reads-file": seen, "grafana-takes-json": seen, "dashboard-is-unique": seen, arrives: seen };
};

/** Why it is not there, Grafana's API does not tell: it may be any of three. */
const absent = (what: string, { selected, watched }: LiveWay): Arrival => {
  const brought = selected.sight !== "not-seen" && watched.sight !== "not-seen";
  const next = brought
    ? "the log of Grafana's pod (logger=provisioning.dashboard) says why it does not take a file"
    : "the sidecar does not bring it";
  const seen: Seen = { sight: "cannot-be-seen", what: `${what}: ${next}` };
  return { ...nothingSeen(seen.what), arrives: { sight: "not-seen", what: `${what}: ${next}` } };
};

const present = (file: DashboardFile, model: ReadDashboard, uid: string, held: HeldDashboard): Arrival => {
  const byHand = `Grafana's dashboard ${uid} is from no file: somebody has made or imported it by hand`;
  if (held.file === null)
    return {
      "grafana-reads-file": { sight: "not-seen", what: byHand },
      "grafana-takes-json": { sight: "cannot-be-seen", what: byHand },
      "dashboard-is-unique": { sight: "cannot-be-seen", what: byHand },
      arrives: { sight: "not-seen", what: byHand },
    };
  const from = held.file === "" ? "a file" : held.file;
  const difference = differenceOf(model, held.content);
  if (held.file !== "" && !isFile(held.file, file)) {
    const what = `Grafana has its uid ${uid} from ${from}, not from ${file.name}`;
    return {
      ...nothingSeen(what),
      "dashboard-is-unique": { sight: "not-seen", what },
      arrives: { sight: "not-seen", what },
    };
  }
  const what = `Grafana has it from ${from}`;
  return {
    "grafana-reads-file": { sight: "seen", what },
    "grafana-takes-json": { sight: "seen", what },
    "dashboard-is-unique": { sight: "seen", what },
    arrives:
      difference === null
        ? { sight: "seen", what: `${what}, with its title, panels and queries` }
        : {
            sight: "not-seen",
            what: `Grafana's dashboard ${uid} is not what the file says: ${difference}. It was overwritten by hand, or Grafana has not read the file again`,
          },
  };
};

const isFile = (path: string, { name }: DashboardFile): boolean => path === name || path.endsWith(`/${name}`);
