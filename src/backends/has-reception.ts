import type { PorticoJson } from '../contract/portico-json.ts';

/** Whether the configured desk does anything for people who have no session: known before its adapter is loaded. */
export const hasReception = ({ backend }: PorticoJson): boolean => backend.kind === 'portico';
