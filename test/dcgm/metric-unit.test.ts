import { expect, test } from "vitest";
import { unitOf } from "../../src/dcgm/metric-unit.ts";

test.each([
  ["DCGM_FI_DEV_SM_CLOCK", "", "megahertz"],
  ["DCGM_FI_DEV_FB_USED", "", "MiB"],
  ["DCGM_FI_PROF_GR_ENGINE_ACTIVE", "Ratio of time (in %).", "ratio"],
  // Help texts said microseconds until December 2025; DCGM always counted nanoseconds.
  ["DCGM_FI_DEV_THERMAL_VIOLATION", "Throttling (in us).", "nanoseconds"],
  ["DCGM_FI_DEV_XID_ERRORS", "Last error (in %)", null],
])("the unit of the known field %s is its own, whatever %j says: %s", (field, help, unit) => {
  expect(unitOf(field, help)).toBe(unit);
});

test.each([
  ["Clock (in MHz).", "megahertz"],
  ["Clock (Hz)", "hertz"],
  ["Temperature (in C).", "celsius"],
  ["Draw (in W).", "watts"],
  ["Energy (in mJ).", "millijoules"],
  ["Energy (in J).", "joules"],
  ["Use (in %).", "percent"],
  ["Memory (in MiB).", "MiB"],
  ["Sent (in KB) over PCIe.", "KB"],
  ["Sent (KB/s)", "KB/s"],
  ["Sent (in B/s).", "bytes/s"],
  ["Throttled (in ns).", "nanoseconds"],
  ["The rate of data, in bytes per second.", "bytes/s"],
  ["Ratio of cycles with a warp.", "ratio"],
  ["The ratio of cycles with a warp.", "ratio"],
  ["Errors (since boot)", null],
  ["Number of retries", null],
])("of a field that is not known the help text %j says %s", (help, unit) => {
  expect(unitOf("DCGM_FI_DEV_SOMETHING_NEW", help)).toBe(unit);
});
