/** The part of the adapter for people who have no session. */
import type * as v from 'valibot';
import { linkAskedSchema, linkHolderSchema, passwordAnswerSchema } from '../../contract/password.ts';
import { offerAnswerSchema, registerResponseSchema, stateAnswerSchema } from '../../contract/registration.ts';
import { doorRoutes } from '../../contract/routes.ts';
import { BackendFailure, type Reception } from '../backend.ts';
import type { HttpSettings } from '../send-request.ts';
import { ask } from './ask.ts';
import { createPortalHttpRequest } from './create-request.ts';

export const createPortalHttpReception = (settings: HttpSettings): Reception => {
  const http = createPortalHttpRequest(settings);
  const post = <Schema extends v.GenericSchema>(path: string, json: unknown, schema: Schema): Promise<v.InferOutput<Schema>> =>
    ask(http, 'POST', path, { json }, schema);
  return {
    askForLink: async (email) => {
      await post(doorRoutes.passwordLink, { email }, linkAskedSchema);
    },
    linkHolder: async (token) => (await post(doorRoutes.passwordHolder, { token }, linkHolderSchema)).holder,
    setPassword: (token, password) => post(doorRoutes.password, { token, password }, passwordAnswerSchema),
    offer: async () => (await ask(http, 'GET', doorRoutes.registrations, {}, offerAnswerSchema)).offer,
    register: async (action) => {
      const { answer } = await post(doorRoutes.registrations, { action }, registerResponseSchema);
      if (answer.id !== action.id) throw new BackendFailure('wait', 'an answer that echoes another action');
      return answer;
    },
    registrationState: async (id, secret) => (await post(doorRoutes.registrationState, { id, secret }, stateAnswerSchema)).state,
  };
};
