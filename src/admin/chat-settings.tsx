/** Whether and when people of a partition can chat, what call a chat is held on, and who takes chats (seed 000, statements 26 to 31). */
import { createUniqueId, For, Show, type JSX } from 'solid-js';
import { weekdays, type ChatHours } from '../domain/chat/chat-hours.ts';
import { readHours, timeOf, writeHours } from '../domain/chat/hours-text.ts';
import { t } from '../i18n/translate.ts';
import { TextField } from '../ui/text-field.tsx';
import { ChatAnalysts } from './chat-analysts.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { NumberField, SwitchField, TemplateField } from './setting-controls.tsx';
import type { SettingsFields } from './settings-fields.ts';
import './chat-settings.css';

export const ChatSettings = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const headingId = createUniqueId();
  return (
    <section class="card stack chat-settings" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('admin.chat')}</h2>
      <p class="soft">{t('admin.chat.words')}</p>
      <SwitchField
        label="admin.place.chatEnabled"
        place="chat.enabled"
        fields={props.fields}
        isOn={props.fields.valueOf('chat.enabled') === true}
        onChange={(on) => props.fields.change('chat.enabled', on)}
      />
      <div class="chat-settings-pair">
        <div class="stack">
          <TemplateField place="chat.template" field="chatTemplate" fields={props.fields} />
          <Meanwhile place="chat.template" fields={props.fields} />
        </div>
        <NumberField place="chat.waitLimitMinutes" field="waitLimitMinutes" fields={props.fields} />
      </div>
      <Hours fields={props.fields} />
      <ChatAnalysts fields={props.fields} />
    </section>
  );
};

/** What the desk usually is, to begin with. */
const usualHours = (): ChatHours => ({ days: [1, 2, 3, 4, 5], fromMinute: 480, toMinute: 1_020, zone: Intl.DateTimeFormat().resolvedOptions().timeZone });

const Hours = (props: { readonly fields: SettingsFields }): JSX.Element => {
  const text = (): string => String(props.fields.valueOf('chat.hours'));
  const hours = (): ChatHours => readHours(text()) ?? usualHours();
  const change = (patch: Partial<ChatHours>): void => props.fields.change('chat.hours', writeHours({ ...hours(), ...patch }));
  const toggle = (day: ChatHours['days'][number], on: boolean): void => {
    const days = weekdays.filter((one) => (one === day ? on : hours().days.includes(one)));
    // Hours without a day would be no hours: whoever wants none switches chat off.
    if (days.length > 0) change({ days });
  };
  return (
    <div class="stack">
      <SwitchField
        label="admin.place.aroundTheClock"
        place="chat.hours"
        fields={props.fields}
        isOn={text() === ''}
        onChange={(on) => props.fields.change('chat.hours', on ? '' : writeHours(usualHours()))}
      />
      <Show when={text() !== ''}>
        <fieldset class="chat-hours">
          <legend>{t('admin.place.hours')}</legend>
          <div class="row wrap">
            <For each={weekdays}>
              {(day) => (
                <label class="chat-day">
                  <input type="checkbox" checked={hours().days.includes(day)} onChange={(event) => toggle(day, event.currentTarget.checked)} />
                  <span>{t(`weekday.${day}`)}</span>
                </label>
              )}
            </For>
          </div>
          <div class="chat-settings-times">
            <TimeField label={t('admin.place.hoursFrom')} minute={hours().fromMinute} onChange={(fromMinute) => change({ fromMinute })} />
            <TimeField label={t('admin.place.hoursTo')} minute={hours().toMinute} onChange={(toMinute) => change({ toMinute })} />
            <TextField
              label={t('admin.place.hoursZone')}
              value={hours().zone}
              autocomplete="off"
              error={props.fields.problemOf('chat.hours') && t('admin.problem.hours')}
              onChange={(event) => change({ zone: event.currentTarget.value.trim().replaceAll(/\s+/g, '_') || 'UTC' })}
            />
          </div>
        </fieldset>
      </Show>
    </div>
  );
};

const TimeField = (props: { readonly label: string; readonly minute: number; readonly onChange: (minute: number) => void }): JSX.Element => (
  <TextField
    label={props.label}
    type="time"
    value={timeOf(props.minute)}
    onChange={(event) => {
      const [hour = NaN, minute = NaN] = event.currentTarget.value.split(':').map(Number);
      if (Number.isInteger(hour) && Number.isInteger(minute)) props.onChange(hour * 60 + minute);
    }}
  />
);
