/** The wizard: one question at a time, each answer on the disk as it is typed, and the same place again after anything. */
import { A, Navigate, useParams } from '@solidjs/router';
import { Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { ActionId } from '../../domain/ids.ts';
import { t } from '../../i18n/translate.ts';
import { observeDraft } from '../../store/observe/drafts.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DraftWizard } from './draft-wizard.tsx';
import './wizard.css';

export const WizardPage = (): JSX.Element => {
  const params = useParams();
  return (
    <Show when={params['draftId']} keyed>
      {(draftId) => <OneDraft draftId={draftId as ActionId} step={params['step'] ?? null} />}
    </Show>
  );
};

const OneDraft = (props: { readonly draftId: ActionId; readonly step: string | null }): JSX.Element => {
  const { store } = useSignedIn();
  const page = createLive(observeDraft(store, props.draftId));
  return (
    <div class="column">
      <Switch>
        <Match when={draftOf(page())}>{(found) => <DraftWizard draft={found().draft} filesById={found().filesById} step={props.step} />}</Match>
        {/* Sent here, by a second click, or in another tab: all of them end at the ticket. */}
        <Match when={sentAs(page())}>{(ticketId) => <Navigate href={`/tickets/${ticketId()}`} />}</Match>
        <Match when={page()?.kind === 'none'}>
          <EmptyState icon="file" title={t('wizard.draftGone')} words={t('wizard.draftGoneWords')}>
            <A class="button primary" href="/services">
              {t('home.allServices')}
            </A>
          </EmptyState>
        </Match>
      </Switch>
    </div>
  );
};

type Page = ReturnType<ReturnType<typeof createLive<import('../../store/observe/drafts.ts').DraftPage>>>;

const draftOf = (page: Page): Extract<Page, { kind: 'draft' }> | null => (page?.kind === 'draft' ? page : null);
const sentAs = (page: Page): string | null => (page?.kind === 'sent' ? page.ticketId : null);
