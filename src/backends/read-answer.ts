/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, as milliseconds; null where nothing readable was said. A date is read against the server's own clock. */
export const retryAfterOf = ({ headers }: Response): number | null => {
  const header = headers.get('Retry-After');
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const until = Date.parse(header);
  const from = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(until) || Number.isNaN(from) ? null : Math.max(0, until - from);
};

export const isJson = (response: Response): boolean => (response.headers.get('Content-Type') ?? '').startsWith('application/json');
