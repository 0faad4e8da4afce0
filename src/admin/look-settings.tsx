/** How the partition's portal looks (seed 003, statement 2), with what comes of it beside it before anything is saved. */
import { createUniqueId, For, type JSX } from 'solid-js';
import { usePortal } from '../app-context.ts';
import { hexToLinear, isHexColour, linearToHex } from '../domain/colour.ts';
import { colourToHex, ownColour } from '../domain/colour-to-hex.ts';
import type { Scheme } from '../domain/settings/brand-contrast.ts';
import { brandUnder } from '../domain/settings/brand-under.ts';
import { derivedDark } from '../domain/settings/derived-dark.ts';
import type { PictureField as Picture } from '../domain/settings/look-picture.ts';
import type { LookField } from '../domain/settings/partition-look.ts';
import { t } from '../i18n/translate.ts';
import { TextField } from '../ui/text-field.tsx';
import type { Brand } from '../ui/theme.ts';
import { ColourField } from './colour-field.tsx';
import { lookProblemWords } from './look-problem-words.ts';
import { LookPreview } from './look-preview.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { PictureField } from './picture-field.tsx';
import type { SettingsFields } from './settings-fields.ts';
import './look-settings.css';

type Fields = { readonly fields: SettingsFields };

const pictures: readonly Picture[] = ['banner', 'logo'];
const schemes: readonly Scheme[] = ['light', 'dark'];

export const LookSettings = (props: Fields): JSX.Element => {
  const { settings } = usePortal();
  const headingId = createUniqueId();
  const brand = (): Brand => brandUnder(settings.brand, lookTyped(props.fields));
  return (
    <section class="card stack look-settings" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('admin.look')}</h2>
      <p class="soft">{t('admin.look.words')}</p>
      <div class="look-columns">
        <div class="stack-wide">
          <GreetingField fields={props.fields} />
          <For each={pictures}>{(field) => <LookPicture field={field} fields={props.fields} />}</For>
          <For each={schemes}>{(scheme) => <LookColour scheme={scheme} fields={props.fields} />}</For>
        </div>
        <LookPreview brand={brand()} />
      </div>
    </section>
  );
};

const textAt = (fields: SettingsFields, field: LookField): string => String(fields.valueOf(`look.${field}`) ?? '');

/** A colour that is half typed paints nothing yet. */
const colourAt = (fields: SettingsFields, scheme: Scheme): string => {
  const typed = textAt(fields, scheme);
  return isHexColour(typed) ? typed : '';
};

const lookTyped = (fields: SettingsFields): Readonly<Record<LookField, string>> => ({
  greeting: textAt(fields, 'greeting').trim(),
  banner: textAt(fields, 'banner'),
  logo: textAt(fields, 'logo'),
  light: colourAt(fields, 'light'),
  dark: colourAt(fields, 'dark'),
});

const GreetingField = (props: Fields): JSX.Element => (
  <div class="stack">
    <TextField
      label={t('admin.place.greeting')}
      help={t('admin.place.greetingHelp')}
      name="look.greeting"
      autocomplete="off"
      value={textAt(props.fields, 'greeting')}
      error={lookProblemWords('greeting', textAt(props.fields, 'greeting'), props.fields.problemOf('look.greeting'))}
      onInput={(event) => props.fields.change('look.greeting', event.currentTarget.value)}
    />
    <Meanwhile place="look.greeting" fields={props.fields} />
  </div>
);

const LookPicture = (props: Fields & { readonly field: Picture }): JSX.Element => (
  <div class="stack">
    <PictureField
      label={t(`admin.place.${props.field}`)}
      help={t(`admin.place.${props.field}Help`)}
      field={props.field}
      value={textAt(props.fields, props.field)}
      onChange={(url) => props.fields.change(`look.${props.field}`, url)}
    />
    <Meanwhile place={`look.${props.field}`} fields={props.fields} />
  </div>
);

const LookColour = (props: Fields & { readonly scheme: Scheme }): JSX.Element => {
  const { settings } = usePortal();
  const otherwise = (): string => {
    const { light, dark } = settings.brand;
    const typed = colourAt(props.fields, 'light');
    if (props.scheme === 'light') return colourToHex(light ?? ownColour);
    return dark !== undefined && typed === '' ? colourToHex(dark) : linearToHex(derivedDark(hexToLinear(typed || colourToHex(light ?? ownColour))));
  };
  return (
    <div class="stack">
      <ColourField
        label={t(`admin.place.${props.scheme}`)}
        help={t(`admin.place.${props.scheme}Help`)}
        name={`look.${props.scheme}`}
        value={textAt(props.fields, props.scheme)}
        otherwise={otherwise()}
        error={lookProblemWords(props.scheme, textAt(props.fields, props.scheme), props.fields.problemOf(`look.${props.scheme}`))}
        onInput={(colour) => props.fields.change(`look.${props.scheme}`, colour)}
      />
      <Meanwhile place={`look.${props.scheme}`} fields={props.fields} />
    </div>
  );
};
