import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Json, JsonObject } from "../../src/kubernetes/manifest.ts";

/** What a played Grafana has at a moment. */
export interface GrafanaState {
  readonly user: string;
  readonly password: string;
  /** Whether anybody may look without a login (`auth.anonymous`), as a viewer. */
  readonly anonymous: boolean;
  readonly dashboards: readonly PlayedDashboard[];
  readonly datasources: readonly PlayedDatasource[];
}

export interface PlayedDashboard {
  /** With its uid and title. */
  readonly content: JsonObject;
  /** Relative to its provider's folder; null: somebody made it by hand. */
  readonly file: string | null;
}

export interface PlayedDatasource {
  readonly name: string;
  readonly uid: string;
  readonly type: string;
  readonly isDefault: boolean;
  /** Asks it what Grafana's check asks; the message of an error where it does not answer. */
  check(): Promise<string | null>;
}

export interface PlayedGrafana {
  readonly url: string;
  /** What it was asked, in order, e.g. `GET /api/health`. */
  readonly asked: readonly string[];
  /** Sessions that are open. */
  readonly sessions: ReadonlySet<string>;
  close(): void;
}

/**
 * Plays the part of Grafana's HTTP API that verify asks, as Grafana describes it (health in `other`,
 * `folder_dashboard_search`, `dashboard`, `data_source` of
 * https://grafana.com/docs/grafana/latest/developers/http_api/) and as release 12 answers where that description is
 * silent: the login and its cookies, `meta.provisioned`, statuses of refusals
 * (https://github.com/grafana/grafana/tree/v12.0.0/pkg/api: login.go, dashboard.go, datasources.go). Grafana itself
 * cannot be run here.
 */
export const startGrafana = async (
  state: () => Promise<GrafanaState>,
  { host = "127.0.0.1", port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<PlayedGrafana> => {
  const asked: string[] = [];
  const sessions = new Set<string>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer({ request, sessions, state }).then(
      (said) => say(response, said),
      (error: unknown) => say(response, { status: 500, body: { message: String(error) } }),
    );
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, host, ready));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    asked,
    sessions,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

interface Said {
  readonly status: number;
  readonly body: Json;
  readonly cookies?: readonly string[];
}

interface Asking {
  readonly request: IncomingMessage;
  readonly sessions: Set<string>;
  readonly state: () => Promise<GrafanaState>;
}

const say = (response: ServerResponse, { status, body, cookies = [] }: Said): void => {
  response.writeHead(status, { "content-type": "application/json", "set-cookie": [...cookies] });
  response.end(JSON.stringify(body));
};

const answer = async ({ request, sessions, state }: Asking): Promise<Said> => {
  const { pathname } = new URL(request.url ?? "/", "http://grafana");
  if (pathname === "/api/health")
    return { status: 200, body: { database: "ok", version: "12.0.0", commit: "0000000" } };
  const now = await state();
  if (pathname === "/login") return logIn(JSON.parse(await textOf(request)) as JsonObject, now, sessions);
  const session = /(?:^|;\s*)grafana_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  if (pathname === "/logout") {
    sessions.delete(session);
    return { status: 302, body: null };
  }
  const role = sessions.has(session) ? "admin" : now.anonymous ? "viewer" : null;
  if (role === null) return { status: 401, body: { message: "Unauthorized" } };
  return read(pathname, role, now);
};

const logIn = (body: JsonObject, { user, password }: GrafanaState, sessions: Set<string>): Said => {
  if (body["user"] !== user || body["password"] !== password)
    return { status: 401, body: { message: "Invalid username or password" } };
  const token = `session${randomBytes(8).toString("hex")}`;
  sessions.add(token);
  const cookies = [`grafana_session=${token}; Path=/; HttpOnly`, "grafana_session_expiry=1764400000; Path=/"];
  return { status: 200, body: { message: "Logged in" }, cookies };
};

const read = async (path: string, role: "admin" | "viewer", now: GrafanaState): Promise<Said> => {
  if (path === "/api/search")
    return {
      status: 200,
      body: now.dashboards.map(({ content }) => ({
        type: "dash-db",
        uid: content["uid"] ?? "",
        title: content["title"] ?? "",
      })),
    };
  if (path === "/api/datasources") {
    if (role !== "admin")
      return { status: 403, body: { message: "You'll need additional permissions to perform this action" } };
    return {
      status: 200,
      body: now.datasources.map(({ name, uid, type, isDefault }) => ({ name, uid, type, isDefault })),
    };
  }
  const [, uid] = /^\/api\/dashboards\/uid\/(.+)$/.exec(path) ?? [];
  if (uid !== undefined) return dashboard(now.dashboards.find(({ content }) => content["uid"] === uid));
  const [, source] = /^\/api\/datasources\/uid\/(.+)\/health$/.exec(path) ?? [];
  if (source !== undefined) return health(now.datasources.find((one) => one.uid === source));
  return { status: 404, body: { message: "Not found" } };
};

const dashboard = (found: PlayedDashboard | undefined): Said => {
  if (found === undefined) return { status: 404, body: { message: "Dashboard not found" } };
  const { content, file } = found;
  return {
    status: 200,
    body: { dashboard: content, meta: { provisioned: file !== null, provisionedExternalId: file ?? "" } },
  };
};

const health = async (found: PlayedDatasource | undefined): Promise<Said> => {
  if (found === undefined) return { status: 404, body: { message: "Data source not found" } };
  if (found.type === "alertmanager") return { status: 404, body: { message: "Plugin not found" } };
  const trouble = await found.check();
  return trouble === null
    ? { status: 200, body: { status: "OK", message: "Successfully queried the Prometheus API." } }
    : { status: 400, body: { status: "ERROR", message: trouble } };
};

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};
