/** What holds for the portal of every partition (seed 000, "Self Service Portal Settings"): one record, which is always there. */
export type PortalRecord = {
  readonly id: 'portal';
  /** Whether people without an account can ask for one. */
  readonly registrationIsOpen: boolean;
  /** Whether a registration logs a call, from the template that its partition has chosen ("Log Call on Registration"). */
  readonly registrationLogsCall: boolean;
  /** Where e-mail addresses may be, as in `example.org`; empty for anywhere. */
  readonly registrationDomains: readonly string[];
};

export const portalId = 'portal';

/** Where nobody has said otherwise: nobody registers. */
export const usualPortal: PortalRecord = { id: portalId, registrationIsOpen: false, registrationLogsCall: false, registrationDomains: [] };

export const portalOf = ({ portal }: { readonly portal: readonly PortalRecord[] }): PortalRecord => portal[0] ?? usualPortal;

/** A name of the internet, without what stands before the `@` (RFC 1035, §2.3.1). */
export const isDomain = (text: string): boolean => text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i.test(text);
