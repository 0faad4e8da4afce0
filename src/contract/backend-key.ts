import type { PorticoJson } from './portico-json.ts';

/** Tells one deployment's desk from another's on the same origin: part of the names of everything a device keeps. */
export const backendKeyOf = ({ backend }: PorticoJson): string => `${backend.kind}@${backend.address === '' ? 'here' : backend.address}`;
