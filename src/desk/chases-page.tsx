/** Who chased what and what came of it (seed 000, statement 25): to be looked at here, or taken into a spreadsheet. */
import { A, useSearchParams } from '@solidjs/router';
import { createMemo, For, Match, Show, Switch, type JSX } from 'solid-js';
import { createLive, createNow, useSignedIn } from '../app-context.ts';
import { summariseChases, type ChaseOutcome, type ReportedChase } from '../domain/chase-report.ts';
import { days } from '../domain/instant.ts';
import { durationWords } from '../i18n/duration-words.ts';
import { formatWhen } from '../i18n/format-date.ts';
import { t } from '../i18n/translate.ts';
import { observeChases } from '../store/observe/chases.ts';
import { NotHereYet } from '../ticket-parts/not-here-yet.tsx';
import { announce } from '../ui/announcer.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { SelectField } from '../ui/select-field.tsx';
import '../ui/back-link.css';
import { OnlyAnalysts } from './only-analysts.tsx';
import { downloadChases } from './download-chases.ts';
import './chases-page.css';

export const ChasesPage = (): JSX.Element => (
  <OnlyAnalysts>
    <Chases />
  </OnlyAnalysts>
);

const periods = ['7', '30', '90', 'all'] as const;
type Period = (typeof periods)[number];

const Chases = (): JSX.Element => {
  const { store } = useSignedIn();
  const all = createLive(observeChases(store));
  const now = createNow(60_000);
  const [params, setParams] = useSearchParams<{ period: string }>();
  const period = (): Period => periods.find((one) => one === params.period) ?? '30';
  const shown = createMemo(() => (all() ?? []).filter(({ at }) => period() === 'all' || at >= now() - days(Number(period()))));
  return (
    <div class="stack-wide">
      <div class="stack">
        <A class="back-link" href="/desk">
          <Icon name="back" />
          {t('desk.back')}
        </A>
        <PageTitle>{t('chases.title')}</PageTitle>
        <p class="soft">{t('chases.words')}</p>
      </div>
      <Show when={all() !== undefined}>
        <Show when={all()} fallback={<NotHereYet />}>
          <div class="row between wrap">
            <PeriodChoice period={period()} onChange={(chosen) => setParams({ period: chosen })} />
            <Show when={shown().length > 0}>
              <button type="button" class="button" onClick={() => download(shown())}>
                {t('chases.download')}
              </button>
            </Show>
          </div>
          <Show when={shown().length > 0} fallback={<EmptyState icon="chase" title={t('chases.none')} words={t('chases.noneWords')} />}>
            <p role="status">{summaryWords(shown())}</p>
            <ChaseTable chases={shown()} now={now()} />
          </Show>
        </Show>
      </Show>
    </div>
  );
};

const download = (chases: readonly ReportedChase[]): void => {
  downloadChases(chases);
  announce(t('chases.downloaded'));
};

const summaryWords = (chases: readonly ReportedChase[]): string => {
  const { chases: count, tickets, escalated, medianAnswerMs } = summariseChases(chases);
  const parts = [`${t('chases.count', { count })} ${t('chases.tickets', { count: tickets })}`];
  if (escalated > 0) parts.push(t('chases.escalated', { count: escalated }));
  if (medianAnswerMs !== null) parts.push(t('chases.median', { duration: durationWords(medianAnswerMs) }));
  return parts.join(' · ');
};

const PeriodChoice = (props: { readonly period: Period; readonly onChange: (period: string) => void }): JSX.Element => {
  const options = periods.map((period) => ({ value: period, words: t(`chases.period.${period}`) }));
  return <SelectField label={t('chases.period')} options={options} value={props.period} onChange={(period) => props.onChange(period)} isInline />;
};

/** More rows than anybody reads make the page slow. */
const mostRows = 500;

const columns = ['chases.when', 'chases.who', 'chases.ticket', 'chases.number', 'chases.outcome'] as const;

const ChaseTable = (props: { readonly chases: readonly ReportedChase[]; readonly now: number }): JSX.Element => (
  <div class="card stack">
    <table class="chases">
      <thead>
        <tr>
          <For each={columns}>{(key) => <th scope="col">{t(key)}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={props.chases.slice(0, mostRows)}>{(chase) => <ChaseRow chase={chase} now={props.now} />}</For>
      </tbody>
    </table>
    <Show when={props.chases.length > mostRows}>
      <p class="soft">{t('chases.someLeftOut', { count: mostRows })}</p>
    </Show>
  </div>
);

const ChaseRow = (props: { readonly chase: ReportedChase; readonly now: number }): JSX.Element => (
  <tr>
    <Cell of="chases.when">{formatWhen(props.chase.at, props.now)}</Cell>
    <Cell of="chases.who">{props.chase.by}</Cell>
    <Cell of="chases.ticket">
      <A href={`/desk/tickets/${props.chase.ticket.id}`}>
        {props.chase.ticket.number} {props.chase.ticket.title}
      </A>
    </Cell>
    <Cell of="chases.number">{t('chases.nth', { count: props.chase.count })}</Cell>
    <Cell of="chases.outcome">
      <Switch fallback={outcomeWords(props.chase.outcome, props.chase.at)}>
        <Match when={props.chase.outcome.kind === 'waiting'}>
          <span class="chip warn">{outcomeWords(props.chase.outcome, props.chase.at)}</span>
        </Match>
        <Match when={props.chase.outcome.kind === 'escalated' && props.chase.outcome}>
          {(escalated) => (
            <A class="chip bad" href={`/desk/tickets/${escalated().callId}`}>
              {outcomeWords(escalated(), props.chase.at)}
            </A>
          )}
        </Match>
      </Switch>
    </Cell>
  </tr>
);

/** A small screen has no head above its values: each brings its name along. */
const Cell = (props: { readonly of: (typeof columns)[number]; readonly children: JSX.Element }): JSX.Element => (
  <td>
    <span class="chases-label">{t(props.of)}</span>
    <span>{props.children}</span>
  </td>
);

const outcomeWords = (outcome: ChaseOutcome, chasedAt: number): string => {
  switch (outcome.kind) {
    case 'answered':
      return t('chases.outcome.answered', { duration: durationWords(outcome.at - chasedAt) });
    case 'escalated':
      return t('chases.outcome.escalated', { number: outcome.callNumber });
    case 'chased-again':
    case 'waiting':
      return t(`chases.outcome.${outcome.kind}`);
  }
};
