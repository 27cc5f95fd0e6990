import { stringify } from "yaml";
import type { TreeNames } from "../tree-names.ts";

/** The workflow that checks the tree in `folder`, relative to the repository root. */
export const checkWorkflow = ({ kind, version }: TreeNames, folder: string): string =>
  `# Checks the monitoring stack in ${folder} on every pull request. It needs no cluster and no secret.
# Jobs that plan and deploy it: https://github.com/prometheus-stack-action/prometheus-stack-action/blob/main/docs/guides/gated-deploy.md
name: Check ${folder}
on: pull_request
permissions: {}
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: read # where there are more findings than annotations, those in changed files come first
    steps:
      - uses: actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3
        with:
          persist-credentials: false
          fetch-depth: 2 # with the commit that the pull request changes: its configuration counts
      - uses: prometheus-stack-action/prometheus-stack-action@main # better: the SHA of a release
        with:
          path: ${stringify(folder).trimEnd()}
          # What the rules and the dashboard were made for; where the exporter is upgraded, this is, too.
          exporter: ${kind}
          exporter-version: ${version}
`;
