import { OperatorError } from "../../core/errors.ts";
import { once } from "../../core/once.ts";
import type { Json } from "../../kubernetes/manifest.ts";
import type { Answer, Ask, Question } from "../../outside/ask.ts";

/** What a server said to one question, or why it cannot be known; `why` is a clause without a full stop. */
export type Got =
  | { readonly ok: true; readonly body: Json }
  | { readonly ok: false; readonly why: string; readonly status: number | null };

/** Reads one server; in one look nothing is asked twice. */
export interface Reader {
  /** How it is reached, for people. */
  readonly where: string;
  /** The JSON at a path. */
  get(path: string): Promise<Got>;
  /** One question that is not remembered; null where there is no answer. */
  ask(question: Question): Promise<Answer | { readonly status: null; readonly why: string }>;
}

/** Counts requests of all readers of one look. */
export interface Counter {
  count: number;
}

/** A reader of the server behind `ask`, whose paths all stand below `prefix`. */
export const readerOf = (ask: Ask, where: string, prefix: string, counter: Counter): Reader => {
  const answer: Reader["ask"] = async (question) => {
    counter.count += 1;
    try {
      return await ask({ ...question, path: `${prefix}${question.path}` });
    } catch (thrown) {
      if (thrown instanceof OperatorError) throw thrown;
      return { status: null, why: `${where} does not answer: ${(thrown as Error).message}` };
    }
  };
  return {
    where,
    ask: answer,
    get: once(async (path: string): Promise<Got> => gotFrom(await answer({ path }), where)),
  };
};

/** A reader of a server that another one leads to, below `prefix`. */
export const readerBelow = (above: Reader, where: string, prefix: string): Reader => {
  const ask: Reader["ask"] = (question) => above.ask({ ...question, path: `${prefix}${question.path}` });
  return { where, ask, get: once(async (path: string): Promise<Got> => gotFrom(await ask({ path }), where)) };
};

/** A reader of a server that cannot be reached, with why; `status` is what it is known to answer. */
export const blindReader = (where: string, why: string, status: number | null = null): Reader => ({
  where,
  get: async () => ({ ok: false, why, status }),
  ask: async () => ({ status: null, why }),
});

/** The same server, asked with these headers each time. */
export const withHeaders = (reader: Reader, headers: Readonly<Record<string, string>>): Reader => {
  const ask: Reader["ask"] = (question) => reader.ask({ ...question, headers: { ...headers, ...question.headers } });
  return {
    where: reader.where,
    ask,
    get: once(async (path: string): Promise<Got> => gotFrom(await ask({ path }), reader.where)),
  };
};

/** What an answer says. */
export const gotFrom = (answer: Answer | { readonly status: null; readonly why: string }, where: string): Got => {
  if (answer.status === null) return { ok: false, why: answer.why, status: null };
  if (answer.status < 200 || answer.status > 299)
    return { ok: false, why: `${where} answers ${answer.status}${reasonIn(answer.text)}`, status: answer.status };
  try {
    return { ok: true, body: JSON.parse(answer.text) as Json };
  } catch {
    return { ok: false, why: `${where} answers with no JSON`, status: answer.status };
  }
};

/** The API server and Prometheus say why in JSON; a proxy in between says it in HTML, which tells nobody anything. */
const reasonIn = (text: string): string => {
  try {
    const { message, error } = JSON.parse(text) as { readonly message?: unknown; readonly error?: unknown };
    const said = [message, error].find((one) => typeof one === "string");
    return said === undefined ? "" : `: ${String(said).slice(0, 300)}`;
  } catch {
    return "";
  }
};

/** A path with its query. */
export const withQuery = (path: string, query: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(query)}`;
