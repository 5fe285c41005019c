import { settings } from './settings.js';

const VOLUME = 0.06;
/** Two rising notes for a passenger who waits, one for a message; in hertz. */
const TUNES = { arrived: [659, 880], said: [740] } as const;

let context: AudioContext | undefined;

/** Plays a short sound, unless switched off. Browsers stay silent until the page was clicked once. */
export function playSound(tune: keyof typeof TUNES): void {
  if (settings.get().muted) return;
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [index, frequency] of TUNES[tune].entries()) playNote(context, frequency, index * 0.16);
  } catch {
    // A machine without sound shows the same on the screen.
  }
}

/** Shows a notification of the system's while the page is out of sight; a click leads back to it. */
export function showNotification(title: string, body: string, tag: string): void {
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  try {
    const notification = new Notification(title, { body, tag });
    notification.addEventListener('click', () => {
      window.focus();
      notification.close();
    });
  } catch {
    // Phones know notifications only from service workers.
  }
}

function playNote(audio: AudioContext, frequency: number, delay: number): void {
  const start = audio.currentTime + delay;
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(VOLUME, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.32);
}
