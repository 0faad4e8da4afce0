import { expect, test } from 'vitest';
import { aFlow, aQuestion, aService, aStep, named } from '../domain/builders.testing.ts';
import type { StepId } from '../domain/ids.ts';
import { smallOrganisation } from './organisation.testing.ts';
import { openTestServer } from './server.testing.ts';

const organisation = { ...smallOrganisation(0), services: [aService()] };

test('questions that lead nobody to the end are refused with the place, and nothing is installed', async () => {
  const loop = aFlow({ titleFrom: null, steps: [aStep('again', [aQuestion('yes-no')], [{ to: named<StepId>('again') }])] });
  await expect(openTestServer({ organisation: { ...organisation, flows: [loop] } })).rejects.toThrow(
    'The questions "broken" are not sound: loop at steps.0.routes.0',
  );
});

test('sound questions reach whoever may ask them', async () => {
  const server = await openTestServer({ organisation: { ...organisation, flows: [aFlow()] } });
  const flowsOf = async (user: string): Promise<readonly unknown[]> =>
    (await (await server.signIn(user)).changes()).flatMap((change) => (change.kind === 'flow' ? [change.body] : []));
  expect(await flowsOf('ada')).toEqual([aFlow()]);
  expect(await flowsOf('cleo')).toEqual([]);
  await server.close();
});
