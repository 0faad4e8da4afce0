import { For, onMount, Show, type JSX } from 'solid-js';
import { takeUpHeldRecord } from '../../actions/save-record.ts';
import { useSignedIn } from '../../app-context.ts';
import type { RecordChange } from '../../domain/records/desk-record.ts';
import { t } from '../../i18n/translate.ts';
import type { RecordsView } from '../../store/observe/records.ts';
import { DiscardButton } from '../../ticket-parts/discard-button.tsx';
import { refusalWords } from '../../ticket-parts/refusal-words.ts';
import { focusHeadingAfter } from '../../ui/focus-heading-after.ts';
import { bringToNotice } from '../bring-to-notice.ts';
import { changedFields, fieldIn } from './changed-fields.ts';
import type { KnownRecords } from './create-known-records.ts';
import { fieldWords, valueWords } from './record-words.ts';

type HeldProps = KnownRecords & {
  readonly held: RecordsView['held'][number];
  /** What it is called when it is to be discarded. */
  readonly what: string;
  /** Left out where there is no form that it could go back into. */
  readonly onTakeUp?: () => void;
};

/** A save that the desk did not take: what it was to be, beside what is so now. */
export const HeldRecordCard = (props: HeldProps): JSX.Element => {
  const { actions } = useSignedIn();
  let card!: HTMLElement;
  onMount(() => bringToNotice(card, t('admin.held.title')));
  focusHeadingAfter(() => card);
  const takeUp = async (): Promise<void> => {
    if (await takeUpHeldRecord(actions, props.held.id)) props.onTakeUp?.();
  };
  const words = (field: string, value: unknown): string => valueWords(field, value, { records: props.view.records, partitions: props.partitions });
  const saidOf = ({ of, from, to }: RecordChange): object | null => props.view.records[of].find(({ id }) => id === (to ?? from)?.id) ?? null;
  return (
    <section ref={card} tabIndex={-1} class="card needs-you stack" aria-label={t('admin.held.title')}>
      <h2>{t('admin.held.title')}</h2>
      <p>{refusalWords(props.held.refusal)}</p>
      <Show when={props.held.letters}>{(count) => <p>{t('records.held.letters', { count: count() })}</p>}</Show>
      <Show when={props.onTakeUp}>
        <ul>
          <For each={props.held.changes.flatMap((change) => changedFields(change).map((changed) => ({ ...changed, said: saidOf(change) })))}>
            {({ field, to, said }) => (
              <li>
                {t('records.held.field', {
                  field: fieldWords(field),
                  yours: words(field, to),
                  now: words(field, fieldIn(said, field)),
                })}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="row wrap">
        <Show when={props.onTakeUp && props.held.changes.every(({ to }) => to !== null)}>
          <button type="button" class="button" onClick={() => void takeUp()}>
            {t('admin.held.takeUp')}
          </button>
        </Show>
        <DiscardButton id={props.held.id} what={props.what} />
      </div>
    </section>
  );
};
