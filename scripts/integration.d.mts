export function bundleIntegrationTests(): Promise<string>;
export function layOutWorkspace(folder: string): string;
