/** Ends a sentence: a month that is shortened (`1. nov.`) has its full stop already. */
export const fullStop = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);
