/** What the front door needs of the backend: loaded when somebody signs in. */
import { BackendFailure } from './backends/backend.ts';

export { chooseBackend } from './backends/choose-backend.ts';
export { signIn } from './sync/right-person.ts';

/** A failure while signing in, as the page says it. Anything else is a fault. */
export const outcomeOfFailure = (fault: unknown): 'slow-down' | 'no-answer' => {
  if (!(fault instanceof BackendFailure)) throw fault;
  return fault.retryAfterMs === null ? 'no-answer' : 'slow-down';
};
