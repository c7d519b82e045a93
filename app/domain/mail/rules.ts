/** What the daily mail tells: numbers alone, so that it can name nobody. */
export type MailCounts = {
  /** Agreements that became the reader's own since the last mail. */
  fresh: number;
  /** That wait for a yes or no of the reader's department. */
  toAnswer: number;
  /** The reader's own, over their day. */
  late: number;
};

export const hasNews = ({ fresh, toAnswer, late }: MailCounts): boolean => fresh + toAnswer + late > 0;

/** The hours of a working day in which it is sent; what could not be sent by then is not sent at all. */
const [FIRST, LAST] = ["06:30", "12:00"];

export const isMailTime = (clock: string): boolean => clock >= FIRST && clock < LAST;
