import { hopCheck } from "./problem/hop-problems.ts";

export const servicemonitorSecretNotFound = hopCheck({
  id: "servicemonitor-secret-not-found",
  title: "The Secret or ConfigMap that the monitor refers to has not the key that it names.",
  severity: "warning",
});
