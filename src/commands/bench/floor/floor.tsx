/** The floor: the least that a page of this make can be. It asks for its settings, and greets. */
import { createResource, Show, type JSX } from 'solid-js';
import { render } from 'solid-js/web';
import * as v from 'valibot';
import { porticoJsonSchema } from '../../../contract/portico-json.ts';

const Floor = (): JSX.Element => {
  const [settings] = createResource(async () => v.parse(porticoJsonSchema, await (await fetch('/portico.json')).json()));
  return (
    <main>
      <Show when={settings()}>
        {(known) => (
          <>
            <h1>{known().name}</h1>
            <p>Good morning. What do you need?</p>
          </>
        )}
      </Show>
    </main>
  );
};

const root = document.getElementById('app');
if (root) render(() => <Floor />, root);
