import type { Change, News } from '../contract/change.ts';

/** For a backend whose feed has no positions: everything in one answer stands where its page does. */
export const placed = (news: readonly News[], position: number): readonly Change[] => news.map((each) => ({ ...each, position }));
