/** Messages about chat, under the banner until they were read; who has come to wait is said in passing, and counted above. */
import { A, useLocation, useNavigate } from '@solidjs/router';
import { createSignal, onCleanup, onMount, Show, type Accessor, type JSX } from 'solid-js';
import type { Person } from '../../domain/person.ts';
import { t } from '../../i18n/translate.ts';
import type { ChatsAtTheDesk } from '../../store/observe/chat-at-the-desk.ts';
import { announce } from '../../ui/announcer.tsx';
import { KeyedFor } from '../../ui/keyed-for.tsx';
import { recall, remember } from '../../ui/remembered.ts';
import { NoticeBar } from '../../ui/notice-bar.tsx';
import { toast } from '../../ui/toasts.tsx';
import { holdsStill, newsBetween, newsOnReturn, type ChatNews } from './chat-news.ts';
import './chat-news-bars.css';

type ChatNewsState = {
  readonly shown: Accessor<readonly ChatNews[]>;
  /** `before` is left out for the first reading. */
  readonly tell: (before: ChatsAtTheDesk | undefined, after: ChatsAtTheDesk, person: Person) => void;
  readonly dismiss: (news: ChatNews) => void;
};

export const createChatNews = (): ChatNewsState => {
  const [shown, setShown] = createSignal<readonly ChatNews[]>([]);
  /** Who has come to wait, for as long as it is so. */
  let inPassing: { readonly news: ChatNews; readonly takeBack: () => void }[] = [];
  const location = useLocation();
  const navigate = useNavigate();
  const tell = (news: ChatNews): void => {
    switch (news.kind) {
      case 'waiting':
        if (location.pathname === '/desk/chat') announce(newsWords(news));
        else inPassing.push({ news, takeBack: toast(newsWords(news), { label: t('chatNews.see'), run: () => navigate('/desk/chat') }) });
        break;
      case 'said': {
        const chat = `/desk/chat/${news.ticketId}`;
        // There it is seen, and heard.
        if (location.pathname !== chat) toast(newsWords(news), { label: t('chatNews.see'), run: () => navigate(chat) });
        break;
      }
      case 'status':
      case 'offline':
      case 'given-back':
      case 'queue-closed':
      case 'queue-opened':
        if (news.kind === 'given-back') remember(toldAs, news.factId);
        // The newest of a kind is what holds now.
        setShown((before) => [...before.filter((other) => placeOf(other) !== placeOf(news)), news]);
        announce(newsWords(news));
    }
  };
  return {
    shown,
    tell: (before, after, person) => {
      setShown((all) => (all.every((news) => holdsStill(news, after, person)) ? all : all.filter((news) => holdsStill(news, after, person))));
      inPassing = inPassing.filter(({ news, takeBack }) => {
        const holds = holdsStill(news, after, person);
        if (!holds) takeBack();
        return holds;
      });
      (before ? newsBetween(before, after, person) : newsOnReturn(after, person, (id) => recall(toldAs) === id)).forEach(tell);
    },
    dismiss: (news) => setShown((before) => before.filter((other) => other !== news)),
  };
};

/** The chat that went back, of which this browser has told. */
const toldAs = 'portico:chat-given-back';

/** What was said of the same thing before does not hold any more. */
const placeOf = ({ kind }: ChatNews): string => {
  if (kind === 'status' || kind === 'offline') return 'me';
  return kind === 'queue-closed' || kind === 'queue-opened' ? 'queue' : kind;
};

const newsWords = (news: ChatNews): string => {
  switch (news.kind) {
    case 'status':
      return t('chatNews.status', { name: news.by, state: t(`availability.${news.to}`) });
    case 'given-back':
      return t(news.because ? 'chatNews.given-back.left' : 'chatNews.given-back', { name: news.name });
    case 'waiting':
    case 'said':
      return t(`chatNews.${news.kind}`, { name: news.name });
    case 'offline':
    case 'queue-closed':
    case 'queue-opened':
      return t(`chatNews.${news.kind}`);
  }
};

/** Between the banner and the page, wherever that is scrolled to, and over nothing that is on it. */
export const ChatNewsBars = (props: { readonly news: readonly ChatNews[]; readonly onDismiss: (news: ChatNews) => void }): JSX.Element => {
  let strip!: HTMLDivElement;
  // Made here and put elsewhere by hand: the means that Solid has for it would be loaded by everybody, at the front door.
  void (
    <div ref={strip} class="desk-chat-news">
      <KeyedFor each={props.news} by={placeOf}>
        {(news) => (
          <NoticeBar title={newsWords(news())}>
            <Show when={news().kind === 'given-back'}>
              <A class="button" href="/desk/chat" onClick={() => props.onDismiss(news())}>
                {t('chatNews.see')}
              </A>
            </Show>
            <button type="button" class="button" onClick={() => props.onDismiss(news())}>
              {t('chatNews.dismiss')}
            </button>
          </NoticeBar>
        )}
      </KeyedFor>
    </div>
  );
  onMount(() => document.getElementById('main')?.before(strip));
  onCleanup(() => strip.remove());
  return null;
};
