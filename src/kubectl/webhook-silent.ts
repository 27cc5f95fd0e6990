/** An admission webhook that does not answer (yet) and whose failurePolicy is Fail; the API server itself does. */
export const isWebhookSilent = (stderr: string): boolean => /failed calling webhook/.test(stderr);
