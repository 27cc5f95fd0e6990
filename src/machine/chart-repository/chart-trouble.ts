import { OperatorError } from "../../core/errors.ts";

interface Attempt {
  /** The chart as a person names it, with its version. */
  readonly chart: string;
  /** Repository or registry, without credentials. */
  readonly place: string;
  /** What helm printed, or what became of our own request; without credentials. */
  readonly said: string;
  readonly by: "helm" | "request";
}

/** The reason why a chart was not had, from these words: helm has no other way to tell. */
export const chartTrouble = ({ chart, place, said, by }: Attempt): OperatorError => {
  const found = kinds.find(({ pattern }) => pattern.test(said));
  const what = found?.what ?? "could not be pulled";
  const hint = found?.hint ?? "Run `helm pull` by hand where this job runs; its message says what is wrong.";
  return new OperatorError(
    found?.reason ?? "render-failed",
    `The chart ${chart} ${what} (${place}). ${by === "helm" ? sentence(said) : said.slice(0, longest)}`,
    hint,
  );
};

const kinds = [
  {
    pattern: /\b401\b|\b403\b|unauthorized|forbidden|\bdenied\b|authentication required|basic credential not found/i,
    reason: "unauthorized",
    what: "may not be read with these credentials",
    hint: "Check the inputs chart-username and chart-password (and chart-hosts), or registry-config; without them the chart is asked for anonymously.",
  },
  {
    pattern: /x509|certificate|tls: /i,
    reason: "render-failed",
    what: "comes from a server whose certificate is not trusted",
    hint: "Set the input chart-ca-file to the certificate authority that signed the server's certificate.",
  },
  {
    pattern: /server gave HTTP response to HTTPS client/i,
    reason: "render-failed",
    what: "comes from a registry that speaks plain HTTP, which is accepted only on this machine itself",
    hint: "Give the registry a certificate (chart-ca-file names its authority), or set chart-hosts to http:// and the host, if it can have none.",
  },
  {
    pattern:
      /no such host|dial tcp|connection refused|connection reset|i\/o timeout|deadline exceeded|proxyconnect|network is unreachable|\bEOF\b|E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|PIPE)|UND_ERR_|no complete answer|other side closed|tunneling/i,
    reason: "render-failed",
    what: "could not be reached",
    hint: "Check the address, and that this runner reaches it: the variables HTTPS_PROXY and NO_PROXY are honoured.",
  },
  {
    pattern:
      /no chart version found|no chart name found|chart ".*" (?:matching|version).* not found|not found|\b404\b|could not locate a version|improper constraint/i,
    reason: "render-failed",
    what: "was not found",
    hint: "Check the chart's name and version; `helm search repo` or the registry's page lists what there is.",
  },
] as const;

const longest = 600;

/** Helm's last line says what is wrong; those before it tell its steps. */
const sentence = (said: string): string => {
  const lines = said.split("\n").filter((line) => line.trim() !== "" && !/^WARNING|^level=|^time=/.test(line));
  return `helm: ${(lines.at(-1) ?? "no message")
    .replace(/^Error: /, "")
    .trim()
    .slice(0, longest)}`;
};
