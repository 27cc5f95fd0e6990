import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Certificate } from "./self-signed.ts";
import { isLoggedIn, type Login, type LoopbackServer, listen } from "./server.ts";

interface RepositoryOptions {
  /** Folder with index.yaml and archives, as `helm repo index` writes it. */
  readonly folder: string;
  /** Asked for with every request; default: anonymous. */
  readonly login?: Login;
  readonly certificate?: Certificate;
}

/** An HTTP chart repository. `requests` are the paths that were asked for. */
export const serveRepository = async (
  options: RepositoryOptions,
): Promise<LoopbackServer & { readonly requests: readonly string[] }> => {
  const requests: string[] = [];
  const server = await listen((request, response) => {
    const path = request.url ?? "/";
    requests.push(path);
    if (options.login !== undefined && !isLoggedIn(request, options.login))
      return void response.writeHead(401, { "www-authenticate": 'Basic realm="charts"' }).end("who are you?");
    try {
      response.end(readFileSync(join(options.folder, path)));
    } catch {
      response.writeHead(404).end("not here");
    }
  }, options.certificate);
  return { ...server, requests };
};
