/** The questions of a registration, one at a time: kept as they are answered, and looked at once more before they are sent. */
import { createMemo, createSignal, createUniqueId, For, Match, onCleanup, onMount, Show, Switch, untrack, type JSX } from 'solid-js';
import { dropRegistrationDraft, keepRegistrationDraft, register } from '../../actions/register.ts';
import type { FrontDoor } from '../../app-context.ts';
import type { PartitionId } from '../../domain/ids.ts';
import {
  isAllowedDomain,
  registrationProblems,
  tidied,
  type RegistrationDetails,
  type RegistrationOffer,
  type RegistrationRefusal,
} from '../../domain/registration/registration.ts';
import { t } from '../../i18n/translate.ts';
import type { RegistrationDraft } from '../../store/registration-db.ts';
import { announce } from '../../ui/announcer.tsx';
import { createOneTap } from '../../ui/create-one-tap.ts';
import { describedBy } from '../../ui/described-by.ts';
import { FieldError } from '../../ui/field-error.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { createSaveAsTyped } from '../../ui/save-as-typed.ts';
import '../../ui/bar.css';
import '../../ui/choice.css';
import '../../ui/field.css';
import { DoorLink } from './door-link.tsx';
import { titleOfDraft } from './kept-draft-card.tsx';
import { answerProblemWords, registrationRefusalWords } from './register-words.ts';

const fields = ['name', 'email', 'partitionId', 'phone', 'reason'] as const;
type Field = (typeof fields)[number];
type Step = Field | 'review';

type RegisterQuestionsProps = {
  readonly desk: FrontDoor;
  readonly offer: RegistrationOffer;
  readonly draft: RegistrationDraft | null;
  readonly blank: RegistrationDetails;
  /** Whether there are registrations to go back to. */
  readonly hasOthers: boolean;
  /** What was answered so far can be put back. */
  readonly onForgotten: (draft: RegistrationDraft) => void;
};

export const RegisterQuestions = (props: RegisterQuestionsProps): JSX.Element => {
  const draft = untrack(() => props.draft);
  const [answers, setAnswers] = createSignal<RegistrationDetails>({ ...untrack(() => props.blank), ...withoutEmpty(draft?.answers) });
  const asked = createMemo(() => fields.filter((field) => field !== 'partitionId' || props.offer.partitions.length > 1));
  const opened = untrack(answers);
  const openedAt = untrack(() => stepOf(draft?.step, asked()));
  const [step, setStep] = createSignal<Step>(openedAt);
  const [hasTried, setTried] = createSignal(false);
  const typed = createSaveAsTyped((_: 'draft', kept: { readonly answers: RegistrationDetails; readonly step: Step }) =>
    keepRegistrationDraft(props.desk.registering, kept.answers, kept.step),
  );
  onCleanup(() => void typed.flush());
  const answer = (field: Field, value: string): void => {
    setAnswers((before) => ({ ...before, [field]: value }));
    typed.change('draft', { answers: answers(), step: step() });
  };
  const goTo = (next: Step): void => {
    setTried(false);
    setStep(next);
    typed.change('draft', { answers: answers(), step: next });
  };
  /** Said until the answer is another one. It stops nobody: what the desk offers now may have changed since. */
  const refusedWords = (at: Step): string | null => {
    const isAsItWas = at === 'review' ? answers() === opened : answers()[at] === opened[at];
    // What was closed is open where these questions are asked.
    const isOver = draft?.refused?.kind === 'registration-closed';
    return draft?.refused && !isOver && at === openedAt && isAsItWas ? refusedAtWords(draft.refused, at) : null;
  };
  onMount(() => {
    // What this device heard last let it through.
    if (draft?.refused && openedAt !== 'review') void props.desk.askOffer();
  });
  const problemOf = (field: Field): string | null => problemWords(field, tidied(answers()), props.offer);
  const at = (): number => asked().indexOf(step() as Field);
  const goOn = (): void => {
    const field = step();
    if (field === 'review') return;
    setTried(true);
    if (problemOf(field) === null) goTo(asked()[at() + 1] ?? 'review');
  };
  const goBack = (): void => goTo((step() === 'review' ? asked().at(-1) : asked()[at() - 1]) ?? 'name');
  /** Where there is one partition nobody is asked for theirs, whatever was answered while there were more. */
  const whole = (): RegistrationDetails => ({ ...answers(), ...withoutEmpty(props.blank) });
  const send = createOneTap(async () => {
    const wrong = asked().find((field) => problemOf(field) !== null);
    if (wrong) {
      goTo(wrong);
      setTried(true);
      return;
    }
    await typed.flush();
    await register(props.desk.registering, whole(), partitionName(whole().partitionId, props.offer));
    announce(t('register.standing.waiting'));
  });
  const giveUp = async (): Promise<void> => {
    await typed.flush();
    const dropped: RegistrationDraft = { key: 'draft', answers: answers(), step: step() };
    await dropRegistrationDraft(props.desk.registering);
    if (titleOfDraft(dropped)) props.onForgotten(dropped);
  };
  return (
    <>
      <small>{step() === 'review' ? t('register.lastLook') : t('register.progress', { at: at() + 1, of: asked().length })}</small>
      <progress class="bar" max={asked().length + 1} value={step() === 'review' ? asked().length + 1 : at() + 1} aria-hidden="true" />
      <Switch>
        <Match when={step() === 'review'}>
          <Review answers={tidied(answers())} asked={asked()} offer={props.offer} refused={refusedWords('review')} onChange={goTo} onSend={() => void send()} />
        </Match>
        <Match when={step()} keyed>
          {(field) => (
            <Question
              field={field as Field}
              value={answers()[field as Field]}
              offer={props.offer}
              problem={(hasTried() ? problemOf(field as Field) : null) ?? refusedWords(field)}
              onAnswer={(value) => answer(field as Field, value)}
              onGoOn={goOn}
            />
          )}
        </Match>
      </Switch>
      <div class="front-door-links">
        <Show when={at() !== 0}>
          <button type="button" class="button quiet" onClick={goBack}>
            {t('register.back')}
          </button>
        </Show>
        <Show when={props.hasOthers} fallback={<DoorLink href="/">{t('frontDoor.back')}</DoorLink>}>
          <button type="button" class="button quiet" onClick={() => void giveUp()}>
            {t('register.giveUp')}
          </button>
        </Show>
      </div>
    </>
  );
};

type QuestionProps = {
  readonly field: Field;
  readonly value: string;
  readonly offer: RegistrationOffer;
  readonly problem: string | null;
  readonly onAnswer: (value: string) => void;
  readonly onGoOn: () => void;
};

const Question = (props: QuestionProps): JSX.Element => {
  const id = createUniqueId();
  let form!: HTMLFormElement;
  const names = () => ({
    name: props.field,
    'aria-labelledby': id,
    'aria-describedby': describedBy(id, helpOf(props.field), props.problem),
    'aria-invalid': props.problem ? ('true' as const) : undefined,
  });
  return (
    <form
      ref={form}
      class="stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onGoOn();
        form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      }}
    >
      <PageTitle id={id}>{t(`register.question.${props.field}`)}</PageTitle>
      <p class="soft" id={`${id}-help`}>
        {helpOf(props.field)}
      </p>
      <Switch
        fallback={
          <input
            {...names()}
            class="input"
            dir="auto"
            {...inputs[props.field]}
            value={props.value}
            onInput={(event) => props.onAnswer(event.currentTarget.value)}
          />
        }
      >
        <Match when={props.field === 'reason'}>
          <textarea {...names()} class="input" rows={5} dir="auto" value={props.value} onInput={(event) => props.onAnswer(event.currentTarget.value)} />
        </Match>
        <Match when={props.field === 'partitionId'}>
          <div class="stack" role="radiogroup" aria-labelledby={id}>
            <For each={props.offer.partitions}>
              {(partition) => (
                <label class="choice">
                  <input
                    type="radio"
                    name="partitionId"
                    value={partition.id}
                    aria-invalid={props.problem ? 'true' : undefined}
                    checked={props.value === partition.id}
                    onChange={() => props.onAnswer(partition.id)}
                  />
                  <span>{partition.name}</span>
                </label>
              )}
            </For>
          </div>
        </Match>
      </Switch>
      <FieldError id={`${id}-error`} error={props.problem} />
      <button type="submit" class="button primary wide">
        {t(props.field === 'phone' && props.value.trim() === '' ? 'register.skip' : 'register.goOn')}
      </button>
    </form>
  );
};

const helpOf = (field: Field): string => t(`register.help.${field}`);

const inputs: Readonly<Partial<Record<Field, JSX.InputHTMLAttributes<HTMLInputElement>>>> = {
  name: { autocomplete: 'name' },
  email: { type: 'email', autocomplete: 'email', autocapitalize: 'none', spellcheck: false },
  phone: { type: 'tel', autocomplete: 'tel' },
};

type ReviewProps = {
  readonly answers: RegistrationDetails;
  readonly asked: readonly Field[];
  readonly offer: RegistrationOffer;
  /** Why the desk did not take them, where that is about none of them. */
  readonly refused: string | null;
  readonly onChange: (field: Field) => void;
  readonly onSend: () => void;
};

const Review = (props: ReviewProps): JSX.Element => (
  <div class="stack">
    <PageTitle>{t('register.review')}</PageTitle>
    <FieldError id="register-refused" error={props.refused} />
    <dl class="register-review">
      <For each={props.asked}>
        {(field) => (
          <div>
            <dt>{t(`register.label.${field}`)}</dt>
            <dd>
              <span dir="auto">
                {field === 'partitionId' ? partitionName(props.answers.partitionId, props.offer) : props.answers[field] || t('register.nothing')}
              </span>
              <button type="button" class="button quiet" onClick={() => props.onChange(field)}>
                {t('register.change')}
                <span class="visually-hidden"> {t(`register.label.${field}`)}</span>
              </button>
            </dd>
          </div>
        )}
      </For>
    </dl>
    <p class="soft">{t('register.reviewWords')}</p>
    <button type="button" class="button primary wide" onClick={() => props.onSend()}>
      {t('register.send')}
    </button>
  </div>
);

const partitionName = (id: PartitionId, { partitions }: RegistrationOffer): string => partitions.find((partition) => partition.id === id)?.name ?? '';

const problemWords = (field: Field, answers: RegistrationDetails, offer: RegistrationOffer): string | null => {
  const problem = registrationProblems(answers, offer).find((one) => one.field === field);
  if (problem) return answerProblemWords(problem);
  return field === 'email' && !isAllowedDomain(answers.email, offer.domains) ? t('register.problem.domain', { domains: offer.domains.join(', ') }) : null;
};

const refusedAtWords = (refusal: RegistrationRefusal, at: Step): string => {
  const problem = refusal.kind === 'registration-not-accepted' ? refusal.problems.find(({ field }) => field === at) : undefined;
  return problem ? answerProblemWords(problem) : registrationRefusalWords(refusal);
};

/** What was not answered leaves what is answered for everybody. */
const withoutEmpty = (answers: RegistrationDetails | undefined): Partial<RegistrationDetails> =>
  Object.fromEntries(Object.entries(answers ?? {}).filter(([, value]) => value !== ''));

/** A question that is not asked here any more leads to the last look. */
const stepOf = (stored: string | undefined, asked: readonly Field[]): Step =>
  stored === undefined ? 'name' : (asked.find((field) => field === stored) ?? 'review');
