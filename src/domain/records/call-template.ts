/** A call template: what a call is when the desk's own rules log it (seed 000, "Call Template Administration"). */
import type { CallTemplateId } from '../ids.ts';
import type { CallType, Priority } from '../call.ts';
import type { Recipient } from './recipient.ts';

export type CallTemplate = {
  readonly id: CallTemplateId;
  /** What administrators choose it by. */
  readonly name: string;
  /** The title of calls that are made from it. */
  readonly subject: string;
  readonly callType: CallType;
  readonly priority: Priority;
  /** Who gets such a call, unless a routing rule says otherwise; null leaves it to the desk. */
  readonly recipient: Recipient | null;
};
