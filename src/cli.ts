#!/usr/bin/env node
import { keepCompiled } from "./machine/process/compile-cache.ts";

keepCompiled(process.env);
const { command } = await import(/* webpackIgnore: true */ "./program.ts");
await command();
