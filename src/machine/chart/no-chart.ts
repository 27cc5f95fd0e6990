import { OperatorError } from "../../core/errors.ts";

/** The error for a folder or an archive that is no chart; `why` is a clause. */
export const noChart = (source: string, why: string, cause?: unknown): OperatorError =>
  new OperatorError(
    "render-failed",
    `${source} is not a chart that helm can read: ${why}.`,
    "Point the input chart, or the helm line of install.sh, at the folder with Chart.yaml or at a .tgz that `helm package` made.",
    { cause },
  );
