/** Requests at once, of one device: RT has few workers. */
const atOnce = 3;

/** What is made of each, a few at a time; in the order in which they were given. */
export const inTurn = async <Given, Made>(all: readonly Given[], make: (given: Given) => Promise<Made>): Promise<readonly Made[]> => {
  const made: Made[] = [];
  const queue = all.entries();
  const work = async (): Promise<void> => {
    for (const [index, given] of queue) made[index] = await make(given);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return made;
};
