import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** In a prepared statement: the value is one of a list, which is handed over as JSON. */
export const among = (value: SQLWrapper, list: string): SQL =>
  sql`${value} in (select value from json_each(${sql.placeholder(list)}))`;
