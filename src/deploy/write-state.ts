export const recordDeploy = async (..._: unknown[]): Promise<void> => {};
