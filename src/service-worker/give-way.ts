/**
 * One version gives way to the next. The browser lets the new one take over only when the old one has nothing left to do, and a
 * slow network can keep it sending for minutes: it lets go, and what it was sending is found and sent by whoever comes after it.
 */
const givenWay = Promise.withResolvers<never>();
// Nothing may be running when it is told to.
givenWay.promise.catch(() => undefined);

export const giveWay = (): void => givenWay.reject(new Error('a new version takes over'));

/** Rejects as soon as this version is to give way, whether or not the work is done: the browser then calls again. */
export const untilGivenWay = (work: Promise<void>): Promise<void> => Promise.race([work, givenWay.promise]);
