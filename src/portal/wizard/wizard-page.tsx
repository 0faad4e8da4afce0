/** The wizard: one question at a time, each answer on the disk as it is typed, and the same place again after anything. */
import { Navigate, useParams } from '@solidjs/router';
import { createSignal, Match, Show, Switch, untrack, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ActionId, QuestionId, TicketId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { observeDraft, type DraftPage } from '../../store/observe/drafts.ts';
import type { DraftRow } from '../../store/outbox-db.ts';
import { rememberSent } from '../just-sent.ts';
import { AlreadySent } from './already-sent.tsx';
import { DraftWizard } from './draft-wizard.tsx';
import { UnknownService } from './unknown-service.tsx';
import './wizard.css';

export const WizardPage = (): JSX.Element => {
  const params = useParams();
  return (
    <Show when={params['draftId']} keyed>
      {(draftId) => <OneDraft draftId={draftId as ActionId} step={(params['step'] as QuestionId | 'review' | undefined) ?? null} />}
    </Show>
  );
};

const OneDraft = (props: { readonly draftId: ActionId; readonly step: QuestionId | 'review' | null }): JSX.Element => {
  const { store } = useSignedIn();
  const page = createLive(
    observeDraft(
      store,
      untrack(() => props.draftId),
    ),
  );
  const [isSentHere, setSentHere] = createSignal(false);
  return (
    <div class="column">
      <Switch>
        <Match when={draftOf(page())}>{(draft) => <DraftWizard draft={draft()} step={props.step} onSending={() => setSentHere(true)} />}</Match>
        <Match when={sentAs(page())}>
          {(ticketId) => (
            <Show when={isSentHere()} fallback={<AlreadySent ticketId={ticketId()} />}>
              <ToSentTicket ticketId={ticketId()} />
            </Show>
          )}
        </Match>
        <Match when={page()?.kind === 'none'}>
          <UnknownService title={t('wizard.draftGone')} words={t('wizard.draftGoneWords')} />
        </Match>
      </Switch>
    </div>
  );
};

const ToSentTicket = (props: { readonly ticketId: TicketId }): JSX.Element => {
  rememberSent(untrack(() => props.ticketId));
  return <Navigate href={`/tickets/${props.ticketId}`} />;
};

const draftOf = (page: DraftPage | undefined): DraftRow | null => (page?.kind === 'draft' ? page.draft : null);
const sentAs = (page: DraftPage | undefined): TicketId | null => (page?.kind === 'sent' ? page.ticketId : null);
