/** What was said when its chat was over: it becomes a reply, or nothing, as whoever said it wants. */
import { createSignal, Show, type JSX } from 'solid-js';
import { replyInstead } from '../actions/chat.ts';
import { useSignedIn } from '../app-context.ts';
import type { ActionId } from '../domain/ids.ts';
import { t } from '../i18n/translate.ts';
import { DiscardDialog } from './discard-dialog.tsx';

type LateWordsProps = {
  readonly id: ActionId;
  /** The words themselves. */
  readonly text: string;
  readonly label: string;
};

export const LateWords = (props: LateWordsProps): JSX.Element => {
  const { actions } = useSignedIn();
  const [isDiscarding, setDiscarding] = createSignal(false);
  return (
    <div class="row wrap">
      <button type="button" class="button" onClick={() => void replyInstead(actions, props.id)}>
        {props.label}
      </button>
      <button type="button" class="button quiet" onClick={() => setDiscarding(true)}>
        {t('held.discard')}
      </button>
      <Show when={isDiscarding()}>
        <DiscardDialog id={props.id} what={props.text} onClose={() => setDiscarding(false)} />
      </Show>
    </div>
  );
};
