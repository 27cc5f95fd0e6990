#!/usr/bin/env node
const { command } = await import(/* webpackIgnore: true */ "./program.ts");
await command();
