/** A short sound for a new message: off until somebody wants it, and then remembered by this browser. */
import { createSignal } from 'solid-js';
import { recall, remember } from '../../ui/remembered.ts';

const key = 'portico:chat-sound';
const [isOn, setOn] = createSignal(recall(key) === 'on');

export const isSoundOn = isOn;

export const switchSound = (on: boolean): void => {
  remember(key, setOn(on) ? 'on' : null);
  playSound();
};

/** Two notes, quietly; a browser that allows none before the page was touched stays silent. */
export const playSound = (): void => {
  if (!isOn()) return;
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0.06 });
  gain.connect(context.destination);
  [660, 880].forEach((frequency, note) => {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(context.currentTime + note * 0.12);
    tone.stop(context.currentTime + note * 0.12 + 0.1);
  });
  setTimeout(() => void context.close(), 600);
};
