/**
 * What is for a whole desk or partition wakes its listeners together: at once where there was quiet, and not again within a
 * beat. Else each line of a chat would wake everybody who has nothing to do with it; and those who wake in the same moment
 * are answered by one reading.
 */
import type { FeedWatch } from './feed-watch.ts';

export type SharedBeat = {
  /** Rings after commits for any of these audiences; returns how to stop. */
  readonly follow: (audiences: readonly string[], ring: () => void) => () => void;
};

export const createSharedBeat = (watch: FeedWatch, beatMs: number): SharedBeat => {
  const groups = new Map<string, Group>();
  return {
    follow: (audiences, ring) => {
      const key = JSON.stringify(audiences);
      const group = groups.get(key) ?? startGroup(watch, beatMs, audiences);
      groups.set(key, group);
      group.rings.add(ring);
      return () => {
        group.rings.delete(ring);
        if (group.rings.size > 0 || groups.get(key) !== group) return;
        group.stop();
        groups.delete(key);
      };
    },
  };
};

type Group = { readonly rings: Set<() => void>; readonly stop: () => void };

const startGroup = (watch: FeedWatch, beatMs: number, audiences: readonly string[]): Group => {
  const rings = new Set<() => void>();
  let beatAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const beat = (): void => {
    clearTimeout(timer);
    timer = undefined;
    beatAt = performance.now();
    for (const ring of rings) ring();
  };
  const stopWatching = watch.onCommit(() => {
    const restMs = beatAt + beatMs - performance.now();
    if (restMs <= 0) beat();
    else timer ??= setTimeout(beat, restMs);
  }, audiences);
  return {
    rings,
    stop: () => {
      clearTimeout(timer);
      stopWatching();
    },
  };
};
