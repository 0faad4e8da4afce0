import type { JSX } from 'solid-js';
import { dropRegistrationDraft } from '../../actions/register.ts';
import type { FrontDoor } from '../../app-context.ts';
import { t } from '../../i18n/translate.ts';
import type { RegistrationDraft } from '../../store/registration-db.ts';
import '../../ui/chip.css';

/** What was begun here and cannot be sent while nobody can register; null where nothing was answered, or it can. */
export const keptDraft = (desk: FrontDoor, draft: RegistrationDraft | null | undefined): RegistrationDraft | null =>
  desk.offer() === null && draft && titleOfDraft(draft) ? draft : null;

export const titleOfDraft = ({ answers }: RegistrationDraft): string => answers.name || answers.email;

export const KeptChip = (): JSX.Element => <span class="chip warn">{t('register.standing.kept')}</span>;

type CardProps = { readonly draft: RegistrationDraft; readonly desk: FrontDoor; readonly onForgotten: (draft: RegistrationDraft) => void };

export const KeptDraftCard = (props: CardProps): JSX.Element => {
  const forget = async (): Promise<void> => {
    const { draft } = props;
    await dropRegistrationDraft(props.desk.registering);
    props.onForgotten(draft);
  };
  return (
    <li class="card stack">
      <div class="row between wrap">
        <h2>
          <bdi>{titleOfDraft(props.draft)}</bdi>
        </h2>
        <KeptChip />
      </div>
      <p class="soft">{t('register.words.kept')}</p>
      <div class="row wrap">
        <button type="button" class="button" onClick={() => void forget()}>
          {t('register.forget')}
        </button>
      </div>
    </li>
  );
};
