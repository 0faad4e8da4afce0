import { Show, type JSX } from 'solid-js';
import type { QuestionFlow } from '../../domain/question-flow.ts';
import { expectedQuestionCount, type Outcome, type Walk } from '../../domain/walk-flow.ts';
import { positionOf } from '../../domain/walk-position.ts';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../../ui/icon.tsx';
import type { SaveAsTyped } from '../../ui/save-as-typed.ts';
import '../../ui/bar.css';

type WizardHeadProps = {
  readonly service: string;
  readonly flow: QuestionFlow;
  readonly walk: Walk;
  readonly step: Outcome;
  readonly saving: ReturnType<SaveAsTyped<never, never>['state']>;
};

/** What is being asked for, how far it has come, and whether what was typed is on the disk. */
export const WizardHead = (props: WizardHeadProps): JSX.Element => {
  const count = (): number => expectedQuestionCount(props.flow, props.walk);
  const progress = (): string =>
    props.step.kind === 'question' ? t('wizard.progress', { at: positionOf(props.walk, props.step), of: count() }) : t('wizard.reviewProgress');
  return (
    <div class="stack wizard-head">
      <div class="row between">
        <small class="wizard-progress">
          <strong>{props.service}</strong>
          <span>{progress()}</span>
        </small>
        <small class={`saving-state ${props.saving}`}>
          <Show when={props.saving === 'saved'}>
            <Icon name="check" />
          </Show>
          {t(savingKeys[props.saving])}
        </small>
      </div>
      <progress class="bar" max={count() + 1} value={positionOf(props.walk, props.step)} aria-label={progress()} />
      <Show when={props.saving === 'not-saved'}>
        <p class="field-error" role="alert">
          <Icon name="alert" />
          {t('text.notKept')}
        </p>
      </Show>
    </div>
  );
};

const savingKeys = { saved: 'wizard.saved', saving: 'wizard.saving', 'not-saved': 'wizard.notSaved' } as const;
