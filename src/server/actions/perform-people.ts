/** People who are saved together: all of them are judged before the first one is kept. */
import type { ActionOf } from '../../domain/action.ts';
import type { ActionId } from '../../domain/ids.ts';
import { decidePeople } from '../../domain/records/decide-people.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { no, ok, type Result } from '../../domain/result.ts';
import type { FeedRow } from '../feed/write-feed.ts';
import { deskPeopleNews } from '../assignment/desk-people.ts';
import { keepRecord } from '../records/keep-record.ts';
import type { Performing } from './perform-record.ts';
import type { TurnedChat } from '../chat/sweep-chats.ts';
import { chatsGivenBack } from './perform-record.ts';
import type { PerformedElsewhere } from './performed-elsewhere.ts';

export const performPeople = async (
  { deps, transaction, records, person }: Performing,
  action: ActionOf<'save-people'>,
): Promise<Result<PerformedElsewhere, Refusal>> => {
  const known = await records.deskRecords();
  const now = deps.now();
  const partitionIds = await records.partitionIds();
  const decision = decidePeople({ actor: person, known, partitionIds, now, newId: () => deps.newId() as ActionId }, action);
  if (!decision.ok) return no(decision.problem);
  const rows: FeedRow[] = [];
  const chats: TurnedChat[] = [];
  for (const save of decision.value) {
    rows.push(...(await keepRecord(transaction, known, save)));
    chats.push(...(await chatsGivenBack({ deps, transaction, records, person }, save.change)));
  }
  records.forgetDeskRecords();
  return ok({
    at: now,
    rows: [...rows, ...chats.flatMap((chat) => chat.rows), ...deskPeopleNews(known, await records.deskRecords())],
    tickets: chats.map(({ record }) => record),
  });
};
