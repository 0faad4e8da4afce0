/** What was said when its chat was over: it becomes a reply, or nothing, as whoever said it wants. */
import type { JSX } from 'solid-js';
import { replyInstead } from '../actions/chat.ts';
import { useSignedIn } from '../app-context.ts';
import type { ActionId } from '../domain/ids.ts';
import { DiscardButton } from './discard-button.tsx';

type LateWordsProps = {
  readonly id: ActionId;
  /** The words themselves. */
  readonly text: string;
  readonly label: string;
};

export const LateWords = (props: LateWordsProps): JSX.Element => {
  const { actions } = useSignedIn();
  return (
    <div class="row wrap">
      <button type="button" class="button" onClick={() => void replyInstead(actions, props.id)}>
        {props.label}
      </button>
      <DiscardButton id={props.id} what={props.text} />
    </div>
  );
};
