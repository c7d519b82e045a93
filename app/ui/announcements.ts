const groupMilliseconds = 5_000;
const kept = 5;

type Wiring = {
  speak: (text: string) => void;
  /** Runs `then` after so many milliseconds; returns how to call it off. */
  later: (then: () => void, milliseconds: number) => () => void;
};

/**
 * What others change, said at most once in five seconds: the first at once, all that follows in one breath.
 * The last five are kept, to be heard again.
 */
export function announcements({ speak, later }: Wiring) {
  let waiting: string[] = [];
  let callOff: (() => void) | undefined;
  const last: string[] = [];

  const pause = () => {
    callOff = later(() => {
      callOff = undefined;
      if (waiting.length === 0) return;
      const breath = waiting.join(". ");
      waiting = [];
      speak(breath);
      pause();
    }, groupMilliseconds);
  };

  return {
    announce(text: string) {
      last.push(text);
      if (last.length > kept) last.shift();
      if (callOff === undefined) {
        speak(text);
        pause();
      } else if (!waiting.includes(text)) waiting.push(text);
    },
    /** The last five, newest last, at once; or `nothing` when there was none. */
    hearAgain(nothing: string) {
      speak(last.length === 0 ? nothing : last.join(". "));
    },
    /** A right ended: nothing of what was said before may be heard again. */
    forget() {
      waiting = [];
      last.length = 0;
      speak("");
    },
    stop() {
      callOff?.();
      callOff = undefined;
    },
  };
}
