/** Lighthouse, as a phone on a slow line sees a page. It is fetched when it is asked for: nobody else needs its hundred packages. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { median } from './row.ts';

const version = '13.5.0';

export type Marks = { readonly performance: number; readonly accessibility: number; readonly bestPractices: number; readonly largestPaintMs: number };

/** The median of so many runs in the browser that listens on this port; `before` puts everything as it shall be found. */
export const runLighthouse = async (address: string, port: number, runs: number, before: () => Promise<void>): Promise<Marks> => {
  const all: Marks[] = [];
  for (let run = 0; run < runs; run += 1) {
    await before();
    all.push(await runOnce(address, port));
  }
  const middle = (part: keyof Marks): number => median(all.map((marks) => marks[part]));
  return {
    performance: middle('performance'),
    accessibility: middle('accessibility'),
    bestPractices: middle('bestPractices'),
    largestPaintMs: middle('largestPaintMs'),
  };
};

const score = v.object({ score: v.number() });
const reportSchema = v.object({
  categories: v.object({ performance: score, accessibility: score, 'best-practices': score }),
  audits: v.object({ 'largest-contentful-paint': v.object({ numericValue: v.number() }) }),
});

const runOnce = async (address: string, port: number): Promise<Marks> => {
  const asked = ['--yes', `lighthouse@${version}`, address, `--port=${port}`, '--output=json', '--quiet', '--disable-full-page-screenshot'];
  const only = '--only-categories=performance,accessibility,best-practices';
  const { stdout } = await promisify(execFile)('npx', [...asked, only], { maxBuffer: 64 * 1024 * 1024 });
  const { categories, audits } = v.parse(reportSchema, JSON.parse(stdout));
  const outOf100 = (part: { readonly score: number }): number => Math.round(part.score * 100);
  return {
    performance: outOf100(categories.performance),
    accessibility: outOf100(categories.accessibility),
    bestPractices: outOf100(categories['best-practices']),
    largestPaintMs: audits['largest-contentful-paint'].numericValue,
  };
};
