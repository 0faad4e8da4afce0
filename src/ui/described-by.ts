/** What a field points to, so that a screen reader hears its help and its error: the parts that are there. */
export const describedBy = (id: string, help: string | undefined, error: string | null | undefined): string | undefined =>
  [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
