/** For whoever looks into a fault; never the only words. */
export const faultWords = (fault: unknown): string => (fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault));
