/** A draft whose questions the desk no longer takes: the person is told what changed, and their answers go along. */
import { createSignal, Show, type JSX } from 'solid-js';
import { carryDraftOver } from '../../actions/carry-draft-over.ts';
import { createLive, useSignedIn } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import { observeHeldRefusal } from '../../store/observe/outbox.ts';
import { observeService } from '../../store/observe/catalogue.ts';
import type { DraftRow } from '../../store/outbox-db.ts';

export const CarryOver = (props: { readonly draft: DraftRow }): JSX.Element => {
  const { actions, store } = useSignedIn();
  const refusal = createLive(observeHeldRefusal(store, props.draft.replaces));
  const offered = createLive(observeService(store, props.draft.service.id));
  const [changed, setChanged] = createSignal<{ readonly added: readonly string[]; readonly gone: readonly string[] } | null>(null);
  const current = () => {
    const found = offered()?.value;
    return refusal()?.kind === 'flow-withdrawn' && found && found.flow.version !== props.draft.flow.version ? found : null;
  };
  return (
    <>
      <Show when={current()}>
        {(found) => (
          <section class="card needs-you stack" role="status">
            <p>{t('wizard.carriedOver')}</p>
            <button type="button" class="button" onClick={() => void carryDraftOver(actions, props.draft.id, found().service, found().flow).then(setChanged)}>
              {t('wizard.carryOver')}
            </button>
          </section>
        )}
      </Show>
      <Show when={changed()}>
        {(what) => (
          <section class="card tinted" role="status">
            <Show when={what().added.length > 0}>
              <p>{t('wizard.added', { labels: what().added.join(', ') })}</p>
            </Show>
            <Show when={what().gone.length > 0}>
              <p>{t('wizard.gone', { labels: what().gone.join(', ') })}</p>
            </Show>
          </section>
        )}
      </Show>
    </>
  );
};
