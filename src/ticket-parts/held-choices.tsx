/** What a person can do about something that the desk did not take: as buttons, where it stands. */
import { A, useNavigate } from '@solidjs/router';
import { For, Show, type JSX } from 'solid-js';
import { editHeldRequest, editHeldText, resendHeld } from '../actions/settle-held.ts';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import type { ActionKind } from '../domain/action.ts';
import type { ActionId } from '../domain/ids.ts';
import type { Refusal } from '../domain/refusal.ts';
import { t } from '../i18n/translate.ts';
import { observeSyncStatus } from '../store/observe/sync-status.ts';
import { announce } from '../ui/announcer.tsx';
import { focusHeadingAfter } from '../ui/focus-heading-after.ts';
import { copyText } from './copy-text.ts';
import { DiscardButton } from './discard-button.tsx';
import { whatCanBeDone, type HeldChoice } from './what-can-be-done.ts';

type HeldChoicesProps = {
  readonly id: ActionId;
  readonly kind: ActionKind | null;
  readonly refusal: Refusal | null;
  /** Where what it is about is: the ticket, with its box for a reply. */
  readonly href: string | null;
  /** What the way there is called, where that is not on the screen. */
  readonly see?: string | false | undefined;
  /** What it is called, so that its buttons can be told from others. */
  readonly what: string;
  /** The words in it, to be taken elsewhere. */
  readonly text?: string;
};

export const HeldChoices = (props: HeldChoicesProps): JSX.Element => {
  const { actions, store } = useSignedIn();
  const navigate = useNavigate();
  const status = createLive(observeSyncStatus(store));
  const now = createNow(5_000);
  const choices = (): readonly HeldChoice[] => whatCanBeDone(props.kind, props.refusal, now() + (status()?.clockOffsetMs ?? 0));

  const editRequest = async (): Promise<void> => {
    const draft = await editHeldRequest(actions, props.id);
    if (draft) navigate(`/drafts/${draft.id}/review`);
  };
  const editText = async (): Promise<void> => {
    if (!(await editHeldText(actions, props.id))) return;
    announce(t('held.textBack'));
    navigate(`${props.href}#reply`);
    document.getElementById('reply')?.focus();
  };
  const sendAgain = async (): Promise<void> => {
    if (await resendHeld(actions, props.id)) announce(t('held.sentAgain'));
  };
  const run = (choice: Exclude<HeldChoice, 'raise-new' | 'discard'>): void => {
    const runs = { 'edit-request': editRequest, 'edit-text': editText, 'copy-text': () => copyText(props.text ?? ''), 'send-again': sendAgain } as const;
    void runs[choice]();
  };
  const nameOf = (words: string): string => `${words}: ${props.what}`;
  let row!: HTMLDivElement;
  focusHeadingAfter(() => row);

  return (
    <div ref={row} class="row wrap">
      <Show when={props.href && props.see}>
        {(words) => (
          <A class="button" href={props.href ?? ''} aria-label={nameOf(words())}>
            {words()}
          </A>
        )}
      </Show>
      <For each={choices()}>
        {(choice) => {
          if (choice === 'raise-new') {
            return (
              <A class="button" href="/services">
                {t('held.raise-new')}
              </A>
            );
          }
          if (choice === 'discard') {
            return <DiscardButton id={props.id} what={props.what} isOneOfMany />;
          }
          return (
            <button type="button" class="button" aria-label={nameOf(t(`held.${choice}`))} onClick={() => run(choice)}>
              {t(`held.${choice}`)}
            </button>
          );
        }}
      </For>
    </div>
  );
};
