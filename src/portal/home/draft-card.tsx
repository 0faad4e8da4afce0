import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useSignedIn } from '../../app-context.ts';
import { discardDraft, restoreDraft } from '../../actions/discard-draft.ts';
import { walkFlow } from '../../domain/walk-flow.ts';
import { formatAgo } from '../../i18n/format-amount.ts';
import { t } from '../../i18n/translate.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { Icon } from '../../ui/icon.tsx';
import { toast } from '../../ui/toasts.tsx';
import { localDay } from '../local-day.ts';

/** A request that was begun: one tap to go on, and a deletion that can be taken back. */
export const DraftCard = (props: { readonly draft: DraftRow; readonly now: number }): JSX.Element => {
  const { actions } = useSignedIn();
  const answered = (): number => Object.keys(walkFlow(props.draft.flow, props.draft.answers, localDay(props.now)).answers).length;
  const remove = async (): Promise<void> => {
    const { id } = props.draft;
    await discardDraft(actions, id);
    toast(t('home.draftDeleted'), { label: t('home.undo'), run: () => void restoreDraft(actions, id) });
  };
  return (
    <section class="card row between">
      <div class="grow">
        <h2>{t('home.carryOn', { service: props.draft.service.title })}</h2>
        <small>{t('home.draftState', { answered: answered(), ago: formatAgo(props.draft.savedAt, props.now) })}</small>
      </div>
      <button type="button" class="button quiet icon-only" aria-label={`${t('home.deleteDraft')}: ${props.draft.service.title}`} onClick={() => void remove()}>
        <Icon name="trash" />
      </button>
      <A class="button quiet" href={`/drafts/${props.draft.id}`} aria-label={`${t('home.resume')}: ${props.draft.service.title}`}>
        {t('home.resume')}
      </A>
    </section>
  );
};
