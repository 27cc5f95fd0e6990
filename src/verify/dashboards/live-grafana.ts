import { listOf, objectAt, textAt } from "../../kubernetes/json-fields.ts";
import { isObject, type Json, type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { Datasource } from "../../signal/grafana/grafana-datasources.ts";
import type { Known } from "../reach/known.ts";
import type { Reader } from "../reach/reader.ts";
import type { Scene } from "../scene.ts";
import type { Sight } from "../verification.ts";
import { openGrafana, reopenGrafana } from "./grafana-session.ts";

/** A dashboard as the search lists it. */
export interface ListedDashboard {
  readonly uid: string;
  readonly title: string;
}

/** A dashboard as Grafana has it. */
export interface HeldDashboard {
  readonly content: JsonObject;
  /**
   * The file it comes from, relative to its provider's folder; null: from none. Where a provider has
   * `allowUiUpdates`, `meta.provisioned` is false all the same.
   * https://github.com/grafana/grafana/blob/v12.0.0/pkg/api/dashboard.go
   */
  readonly file: string | null;
}

/**
 * What a Grafana says of itself. The API is that of https://grafana.com/docs/grafana/latest/developers/http_api/ :
 * `other` (health), `folder_dashboard_search`, `dashboard`, `data_source`.
 */
export interface LiveGrafana {
  readonly where: string;
  /** Every dashboard that may be seen. */
  readonly list: Known<readonly ListedDashboard[]>;
  readonly datasources: Known<readonly Datasource[]>;
  /** Null: there is none of that uid. */
  dashboard(uid: string): Promise<Known<HeldDashboard | null>>;
  /** Whether a data source answers Grafana. */
  health(uid: string): Promise<{ readonly sight: Sight; readonly why: string }>;
}

/** Most that a search gives: https://grafana.com/docs/grafana/latest/developers/http_api/folder_dashboard_search/ */
const most = 5000;

/** Asks a Grafana that answers, as its administrator where that is possible. */
export const liveGrafana = async (scene: Scene, grafana: Reader): Promise<LiveGrafana> => {
  const { reader, session } = await openLive(scene, grafana);
  const told = async <T>(path: string, read: (body: Json) => T): Promise<Known<T>> => {
    const got = await reader.get(path);
    if (got.ok) return { ok: true, value: read(got.body) };
    const anonymous = got.status === 401 || got.status === 403 ? session.why : null;
    return { ok: false, why: anonymous === null ? got.why : `${got.why}; ${anonymous}` };
  };
  const [list, datasources] = await Promise.all([
    told(search, (body) => listOf(body).filter(isObject).map(listed)),
    told("/api/datasources", (body) => listOf(body).filter(isObject).map(datasource)),
  ]);
  return {
    where: reader.where,
    list,
    datasources,
    dashboard: async (uid) => {
      const path = `/api/dashboards/uid/${encodeURIComponent(uid)}`;
      const got = await reader.get(path);
      // The proxy's own 404, of a Service that is not there, came with the first question.
      if (!got.ok && got.status === 404) return { ok: true, value: null };
      return told(path, held);
    },
    health: (uid) => healthOf(reader, uid),
  };
};

const search = `/api/search?type=dash-db&limit=${most}`;

const openLive = async (scene: Scene, grafana: Reader): ReturnType<typeof openGrafana> => {
  const opened = await openGrafana(scene, grafana);
  const got = await opened.reader.get(search);
  const isForgotten = !got.ok && got.status === 401 && opened.session.cookies.length > 0;
  return isForgotten ? reopenGrafana(scene, grafana) : opened;
};

const listed = (one: JsonObject): ListedDashboard => ({
  uid: textAt(one, ["uid"]) ?? "",
  title: textAt(one, ["title"]) ?? "",
});

const datasource = (one: JsonObject): Datasource => ({
  name: textAt(one, ["name"]) ?? "",
  uid: textAt(one, ["uid"]) ?? "",
  type: textAt(one, ["type"]) ?? "",
  isDefault: one["isDefault"] === true,
});

const held = (body: Json): HeldDashboard => {
  const meta = objectAt(body, ["meta"]);
  const file = textAt(meta, ["provisionedExternalId"]);
  return {
    content: objectAt(body, ["dashboard"]),
    file: file ?? (valueAt(meta, ["provisioned"]) === true ? "" : null),
  };
};

/**
 * Grafana's own check of a data source: it asks Prometheus for 1+1. One whose plugin has no such check is answered 404
 * or 501. https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#check-data-source-health
 */
const healthOf = async (reader: Reader, uid: string): ReturnType<LiveGrafana["health"]> => {
  const got = await reader.get(`/api/datasources/uid/${encodeURIComponent(uid)}/health`);
  if (got.ok) return { sight: "seen", why: textAt(got.body, ["message"]) ?? "OK" };
  const unsaid = [401, 403, 404, 501].includes(got.status ?? 0);
  return { sight: unsaid ? "cannot-be-seen" : "not-seen", why: got.why };
};
