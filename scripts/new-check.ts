// Writes all that a new check needs: `npm run new-check <id>`. It refuses an id that is taken or malformed, and
// overwrites nothing but generated files.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checks } from "../src/checks/index.ts";
import { refusal, scaffold } from "./new-check/scaffold.ts";
import { runInherited } from "./run-inherited.ts";

const root = resolve(import.meta.dirname, "..");
const id = process.argv[2];
const reason = refusal(id, checks, (file) => existsSync(join(root, file)));
if (reason !== null || id === undefined) {
  console.error(reason);
  process.exitCode = 1;
} else {
  for (const { file, text } of scaffold(id)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(file);
  }
  // A process of its own: this one has read the list without the new check.
  runInherited(process.execPath, [join(root, "scripts/docs.ts")]);
  console.log(`
Next: replace every TODO in them. In fixtures/checks/${id} put the files that differ from fixtures/prometheus-stack: in bad/ wrong in this one way,
with \`# expect: ${id}\` on the offending line (delete _expect.txt); in good-trap/ what looks wrong and is right. Then:
  npm run docs
  npm test -- test/checks/catalogue.test.ts
  npm test -- test/checks/fixtures.test.ts -t ${id} --hideSkippedTests`);
}
