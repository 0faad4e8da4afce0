/** The most that one answer may hold, whatever its question allows. */
export const answerLimits = { textLength: 20_000, choices: 100, files: 20 } as const;
