import { MemoryRouter, Route } from '@solidjs/router';
import { cleanup, render } from '@solidjs/testing-library';
import { afterEach, expect, test } from 'vitest';
import { recordsOf } from '../domain/records/desk-record.ts';
import { usualPortal } from '../domain/records/portal-record.ts';
import { enAdmin } from '../i18n/en-admin.ts';
import { learn } from '../i18n/translate.ts';
import { RegistrationSettings } from './registration-settings.tsx';

learn(enAdmin);
afterEach(cleanup);

test.each([
  ['no template is chosen', null, true, true],
  ['one is chosen', 'newcomers', true, false],
  ['nobody can register', null, false, false],
])('whether an administrator is warned that nobody at the desk would see who registers, where %s', (_, template, registrationIsOpen, isWarned) => {
  const records = recordsOf([{ of: 'portal', body: { ...usualPortal, registrationIsOpen, registrationLogsCall: true } }]);
  const fields = { valueOf: () => template, change: () => undefined, meanwhile: () => undefined, isRefused: () => false, problemOf: () => null, records };
  const page = render(() => (
    <MemoryRouter>
      <Route path="*" component={() => <RegistrationSettings fields={fields} />} />
    </MemoryRouter>
  ));
  expect(page.queryByText(/Without a template no call is logged/) !== null).toBe(isWarned);
});
