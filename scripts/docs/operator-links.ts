import { operatorTree } from "../../src/signal/operator/operator-release.ts";

/** A page with its links into the operator's source leading to the release that is judged. */
export const withOperatorRelease = (page: string): string => page.replace(links, `${operatorTree}/`);

const links = /https:\/\/github\.com\/prometheus-operator\/prometheus-operator\/blob\/v[^/]+\//g;
