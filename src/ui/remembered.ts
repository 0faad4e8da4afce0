/** Small things that this browser remembers. One that may keep nothing, or is full, remembers nothing: that is no fault. */

export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

/** Null forgets. */
export const remember = (key: string, value: string | null): void => {
  try {
    localStorage.removeItem(key);
    if (value !== null) localStorage.setItem(key, value);
  } catch {
    // Nothing that anybody would miss.
  }
};
