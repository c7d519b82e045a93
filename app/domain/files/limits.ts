/** What a file may hold at most, in bytes: some 50 000 lines. */
export const LARGEST_FILE = 8_000_000;
