/** Short help for what people ask most: enough to be done with it, and a way to the desk when it is not. */
import { days, type Instant } from '../../domain/instant.ts';
import type { Article } from '../../domain/service.ts';
import { fromPlain } from './plain.ts';
import { council, hospital } from './sample-partitions.ts';

type Written = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly minutes: number;
  readonly ageDays: number;
  readonly html: string;
};

const written: readonly Written[] = [
  {
    id: 'vpn-connecting',
    title: 'VPN says “connecting” and nothing follows',
    summary: 'Four things to try, in the order that helps most often.',
    keywords: ['VPN', 'remote', 'home', 'tunnel'],
    minutes: 2,
    ageDays: 12,
    html: `<p>Nearly always one of these is the reason. Try them in this order, and stop when it works.</p>
<h2>1. Is there any network?</h2><p>Open a page that you did not open today. In hotels and trains a page may first ask you to accept its terms: VPN waits until you have done that.</p>
<h2>2. Is the clock right?</h2><p>A clock that is more than five minutes off is refused without a word. Set it to automatic: <strong>Settings → Time → Set automatically</strong>.</p>
<h2>3. Switch it off and on</h2><ol><li>Close VPN with a right click on its key symbol.</li><li>Wait ten seconds.</li><li>Start it again and sign in.</li></ol>
<h2>4. Use another network</h2><p>Some networks let no VPN through. A phone’s hotspot shows at once whether that is it.</p>
<p>Still nothing? Raise <a href="/services/vpn">VPN access</a> and say which of these you tried: it saves us both a call.</p>`,
  },
  {
    id: 'work-from-home',
    title: 'Working from home, the first day',
    summary: 'What to take with you, what to switch on, and what to leave at the office.',
    keywords: ['home office', 'remote', 'laptop'],
    minutes: 3,
    ageDays: 40,
    html: `<h2>Take with you</h2><ul><li>Laptop and its charger</li><li>Headset</li><li>Your badge: its number is asked when you call us</li></ul>
<h2>At home</h2><ol><li>Connect to your own network. A guest network of a café is no place for case files.</li><li>Start <strong>VPN</strong>, then the programmes you need.</li><li>Lock the screen whenever you leave the table: <strong>Windows key and L</strong>.</li></ol>
<h2>What works without VPN</h2><p>Mail, calendar and documents in the browser. Finance, case and patient records need VPN.</p>
<h2>Printing</h2><p>Please print at the office only. Papers with names on them do not go into a bin at home.</p>`,
  },
  {
    id: 'new-password',
    title: 'Choosing a password you will remember',
    summary: 'Three words beat eight strange signs.',
    keywords: ['password', 'forgotten', 'passphrase', 'login'],
    minutes: 1,
    ageDays: 90,
    html: `<p>Long is safer than strange. Take <strong>three or four words</strong> that have nothing to do with each other and make a picture of them: a snail, a ladder, a harbour, rain.</p>
<ul><li>At least fourteen letters, spaces count.</li><li>Nothing about you: no names, birthdays, teams.</li><li>One for Northwind alone. If another site loses it, ours stays yours.</li></ul>
<h2>Nobody asks for it</h2><p>We never ask for your password, not on the phone, not by e-mail, not in a chat. Whoever does is not us: raise <a href="/services/forgotten-password">Forgotten password</a> and say what happened.</p>`,
  },
  {
    id: 'laptop-frozen',
    title: 'The laptop does not react any more',
    summary: 'How to get it back without losing what you wrote.',
    keywords: ['frozen', 'hangs', 'crash', 'black screen', 'slow'],
    minutes: 2,
    ageDays: 25,
    html: `<ol><li><strong>Wait two minutes.</strong> Large files and updates look like a crash and are none.</li><li>Press <strong>Ctrl, Alt and Delete</strong> together. If a blue page comes, choose <strong>Task manager</strong> and end the programme that does not answer.</li><li>Nothing? Press and hold the power button until the light goes out, count to ten, and switch it on again.</li></ol>
<h2>What you wrote</h2><p>Documents are kept every few minutes. When you open the programme again it offers the last copy on the left.</p>
<h2>When it happens again</h2><p>Raise <a href="/services/broken-equipment">Something is broken</a> and say what you did just before, and whether it was on battery. Does it get very hot or bulge? Then switch it off, and do not charge it.</p>`,
  },
  {
    id: 'printer-jam',
    title: 'Paper jam: where to pull, and where not',
    summary: 'Open in this order and nothing tears.',
    keywords: ['printer', 'copier', 'paper', 'scanner'],
    minutes: 2,
    ageDays: 60,
    html: `<p>The screen of the printer shows a letter. Open that flap, then the others in the order of the alphabet.</p>
<ol><li>Take out the tray completely.</li><li>Turn the green wheel away from you until paper shows.</li><li>Pull with both hands, slowly, in the direction in which the paper was going.</li><li>Close everything. It prints the lost page by itself.</li></ol>
<p><strong>Do not</strong> reach behind the orange cover: it is hot.</p><p>A torn piece left inside? Leave it there and raise <a href="/services/broken-equipment">Something is broken</a>, with the number on the sticker.</p>`,
  },
  {
    id: 'second-screen',
    title: 'Use a second screen with the dock',
    summary: 'One cable, and the picture where you want it.',
    keywords: ['monitor', 'docking station', 'display', 'screen'],
    minutes: 2,
    ageDays: 33,
    html: `<ol><li>Connect the screen to the dock, and the dock to the laptop with the short thick cable.</li><li>Wait ten seconds: the dock looks for the screen.</li><li>Press the <strong>Windows key and P</strong> and choose <strong>Extend</strong>.</li></ol>
<h2>Left and right are the wrong way round</h2><p><strong>Settings → System → Display</strong>: drag the two boxes until they stand as on your desk.</p>
<h2>The screen stays black</h2><ul><li>Is the screen’s own lamp on?</li><li>Take the cable out of the laptop, wait, and put it back.</li><li>Try the other socket of the screen, and choose it in the screen’s menu.</li></ul>`,
  },
  {
    id: 'install-software',
    title: 'Getting a programme onto your laptop',
    summary: 'What you can install yourself, and what needs a licence.',
    keywords: ['software', 'install', 'programme', 'licence', 'app'],
    minutes: 2,
    ageDays: 15,
    html: `<h2>Try the company portal first</h2><p>Open <strong>Company Portal</strong> from the start menu. What you find there is yours to install: no request, no waiting. Readers, video calls, drawing tools and fonts are all in it.</p>
<h2>Not in there?</h2><p>Then it costs money or needs a look by the security team. Raise <a href="/services/software-licence">Software licence</a>: we ask for the cost centre and for a sentence about what it is for.</p>
<h2>From the internet</h2><p>Please do not install what a web page offers. “Free converter” is how most troubles of last year began.</p>`,
  },
  {
    id: 'shared-mailbox-open',
    title: 'Open a shared mailbox',
    summary: 'It appears by itself within an hour; here is what to do when it does not.',
    keywords: ['e-mail', 'Outlook', 'inbox', 'group'],
    minutes: 1,
    ageDays: 70,
    html: `<p>When you were added, the mailbox appears on the left, below your own, within an hour. Restart the mail programme once.</p>
<h2>In the browser</h2><ol><li>Open mail in the browser.</li><li>Click your picture at the top right.</li><li>Choose <strong>Open another mailbox</strong> and type its address.</li></ol>
<h2>Send from it</h2><p>In a new message choose the mailbox at <strong>From</strong>. Answers then go to everybody who reads it, not to you alone.</p>`,
  },
  {
    id: 'lost-phone',
    title: 'Your phone is gone: the first ten minutes',
    summary: 'What to do at once, and what we do for you.',
    keywords: ['phone', 'lost', 'stolen', 'theft'],
    minutes: 1,
    ageDays: 50,
    html: `<ol><li><strong>Ring it.</strong> Half of all lost phones are in a coat.</li><li>Raise <a href="/services/phone">Mobile phone</a> and choose <strong>lost or stolen</strong>. From a colleague’s phone it works as well.</li><li>We block the number and erase the phone from afar.</li><li>Stolen? Report it to the police and keep the reference.</li></ol>
<p>Then change your password: mail on the phone knew it.</p><p>You get another phone the same day at the service desk, Town Hall, ground floor.</p>`,
  },
  {
    id: 'video-conference',
    title: 'Video meetings in our rooms',
    summary: 'Start on time: three steps, and what to do when nobody hears you.',
    keywords: ['Teams', 'camera', 'microphone', 'meeting', 'room'],
    minutes: 2,
    ageDays: 8,
    html: `<ol><li>Touch the panel on the table: it wakes up and shows the meetings of this room.</li><li>Touch yours, then <strong>Join</strong>. Your laptop stays closed.</li><li>To show something, put the cable on the table into your laptop.</li></ol>
<h2>Nobody hears us</h2><p>The light around the microphone is red when it is muted: touch it once.</p>
<h2>We see ourselves twice</h2><p>Somebody has joined with a laptop in the same room. Mute it, and close its loudspeaker.</p>
<p>The room’s panel is dark? Phone 5555, option 2: somebody comes within ten minutes while a meeting is on.</p>`,
  },
  {
    id: 'first-day',
    title: 'A new colleague’s first day',
    summary: 'What is ready when they arrive, and what they do first.',
    keywords: ['new starter', 'onboarding', 'joiner', 'account'],
    minutes: 2,
    ageDays: 20,
    html: `<h2>Ready at nine</h2><ul><li>Laptop and phone, at the service desk in the Town Hall</li><li>Account with mail and calendar; the first password is in a sealed letter</li><li>Badge, at the reception</li></ul>
<h2>The first hour</h2><ol><li>Sign in and choose a password of three words.</li><li>Open this portal and put it on the start screen.</li><li>Say hello to the buddy you named: they know the printer, the coffee and the fire exit.</li></ol>
<p>Something is missing? Raise <a href="/services/something-else">Something else</a> and name the request for the new starter.</p>`,
  },
];

export const sampleArticles = (now: Instant): readonly Article[] =>
  written.map(({ id, title, summary, keywords, minutes, ageDays, html }) =>
    fromPlain<Article>({
      id,
      partitionIds: [council.id, hospital.id],
      title,
      summary,
      html,
      keywords,
      updatedAt: now - days(ageDays),
      readingMinutes: minutes,
    }),
  );
