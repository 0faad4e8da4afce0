/** What is in a box, on a ticket or beside a decision: saved as it is typed, and following what is put into it from elsewhere. */
import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import type { Audience } from '../actions/reply-to-ticket.ts';
import { createSaveAsTyped } from '../ui/save-as-typed.ts';

export type ReplyDraft = { readonly text: string; readonly audience: Audience };

export type ReplyDraftState = {
  readonly draft: Accessor<ReplyDraft>;
  readonly state: Accessor<'saved' | 'saving' | 'not-saved'>;
  readonly change: (change: Partial<ReplyDraft>) => void;
  /** Writes what is not written yet; false when that did not work. */
  readonly flush: () => Promise<boolean>;
  /** It was sent: the box is empty again, and still for whom it was. */
  readonly clear: () => void;
};

export const createReplyDraft = (stored: Accessor<ReplyDraft | null>, save: (draft: ReplyDraft) => Promise<void>): ReplyDraftState => {
  const [draft, setDraft] = createSignal<ReplyDraft>(stored() ?? { text: '', audience: 'everybody' });
  // What was written from here comes back by the live read, later: that is no news, and must not undo the next letter.
  const echoes: string[] = [];
  const saver = createSaveAsTyped<'draft', ReplyDraft>((_, typed) => {
    echoes.push(markOf(typed));
    return save(typed);
  });
  const mark = createMemo(() => markOf(stored()));
  createEffect(
    on(
      mark,
      (news) => {
        const echo = echoes.indexOf(news);
        if (echo >= 0) echoes.splice(0, echo + 1);
        else if (saver.state() === 'saved') setDraft((shown) => stored() ?? { ...shown, text: '' });
      },
      { defer: true },
    ),
  );
  return {
    draft,
    state: saver.state,
    change: (change) =>
      saver.change(
        'draft',
        setDraft((shown) => ({ ...shown, ...change })),
      ),
    flush: saver.flush,
    clear: () => {
      echoes.push(markOf(null));
      setDraft((shown) => ({ ...shown, text: '' }));
    },
  };
};

/** Drafts that are the same have the same mark; an empty one is not stored at all. */
const markOf = (draft: ReplyDraft | null): string => (draft === null || draft.text === '' ? '' : `${draft.audience}:${draft.text}`);
