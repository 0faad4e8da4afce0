/** What of chat is in the banner on every page of somebody who takes chats or watches over them; nobody else loads it. */
import { createEffect, on, Show, type JSX } from 'solid-js';
import { createLive, useSignedIn } from '../../app-context.ts';
import type { Partition } from '../../domain/partition.ts';
import type { Person } from '../../domain/person.ts';
import { observePerson } from '../../store/observe/person.ts';
import { AvailabilityMenu } from './availability-menu.tsx';
import { ChatNewsBars, createChatNews } from './chat-news-bars.tsx';
import { chatsAtAll } from './chat-people.ts';
import { createChats } from './create-chats.ts';

/** Absent without the rights (seed 002, statement 1), and where the partition has no chat. */
export const ChatBanner = (): JSX.Element => {
  const { store, capabilities } = useSignedIn();
  const known = createLive(observePerson(store));
  const isShown = (): boolean => {
    const found = known();
    return found !== undefined && capabilities.chat && chatsAtAll(found.person) && found.partition.chat !== undefined;
  };
  return <Show when={isShown() && known()}>{(found) => <Banner person={found().person} partition={found().partition} />}</Show>;
};

const Banner = (props: { readonly person: Person; readonly partition: Partition }): JSX.Element => {
  const chats = createChats();
  const news = createChatNews();
  createEffect(on(chats, (after, before) => after && news.tell(before, after, props.person)));
  return (
    <>
      <Show when={chats()}>{(read) => <AvailabilityMenu chats={read()} person={props.person} partition={props.partition} />}</Show>
      <ChatNewsBars news={news.shown()} onDismiss={news.dismiss} />
    </>
  );
};
