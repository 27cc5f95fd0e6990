import { expect, test } from "vitest";
import { answerFaults, answerOf, requestFaults } from "./github-description.ts";

const path = "/repos/acme/stack/check-runs";
const body = { name: "n", head_sha: "0", output: { title: "t", summary: "s", annotations: [] } };
const post = (url: string, sent: unknown): string =>
  requestFaults({ method: "POST", url, body: JSON.stringify(sent) }).join("\n");

test("GitHub's description lets what is right pass, with the path of a server of one's own", () => {
  expect([post(path, body), post(`/api/v3${path}`, body)]).toEqual(["", ""]);
  const url = "/repos/acme/stack/issues/7/comments?per_page=100&page=2";
  expect(requestFaults({ method: "GET", url, body: "" })).toEqual([]);
});

test.each([
  ["another path", post("/repos/acme/stack/check-run", body), "is no operation"],
  ["a misspelt field", post(path, { ...body, headsha: "0" }), '"additionalProperty":"headsha"'],
  ["one inside of another", post(path, { ...body, output: { ...body.output, note: "" } }), '"note"'],
  ["a field that is missing", post(path, { name: "n" }), '"missingProperty":"head_sha"'],
  ["another type", post(path, { ...body, name: 1 }), "/name must be string"],
  ["a word that GitHub does not know", post(path, { ...body, conclusion: "ok" }), "must be equal to one of"],
  ["more than it takes", post(path, { ...body, output: { ...body.output, summary: "x".repeat(65_536) } }), "65535"],
  [
    "another parameter",
    requestFaults({ method: "GET", url: "/repos/acme/stack/issues/7/comments?perpage=1", body: "" }).join(),
    "has no parameter perpage",
  ],
])("and not %s", (_, faults, told) => {
  expect(faults).toContain(told);
});

test("it judges answers as well", () => {
  expect(answerFaults("checks/create", answerOf("checks/create", { id: 7 }))).toEqual([]);
  expect(answerFaults("checks/create", answerOf("checks/create", { id: "7" }))).not.toEqual([]);
  expect(answerFaults("issues/list-comments", [answerOf("issues/list-comments", {})])).toEqual([]);
});
