#!/usr/bin/env node
const { startCommand } = await import(/* webpackIgnore: true */ "./program.ts");
await startCommand();
