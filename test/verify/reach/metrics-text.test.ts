import { expect, test } from "vitest";
import { readSamples } from "../../../src/verify/reach/metrics-text.ts";

const text = `# HELP requests The number of requests.
# TYPE requests counter
requests{integration="webhook",receiver_name="a \\"b\\" \\\\ c\\n}"} 3
requests 1.5e+02 1700000000000
requests_failed{integration="webhook",} +Inf
other{a="requests"} 9
requests{broken
`;

test("samples of the named metrics are read with their labels, and nothing else", () => {
  expect(readSamples(text, ["requests", "requests_failed"])).toEqual([
    { name: "requests", labels: { integration: "webhook", receiver_name: 'a "b" \\ c\n}' }, value: 3 },
    { name: "requests", labels: {}, value: 150 },
    { name: "requests_failed", labels: { integration: "webhook" }, value: Number.NaN },
  ]);
});
