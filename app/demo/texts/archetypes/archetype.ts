import type { ConsentLine, EffortLine, Visit } from "../../script.ts";
import type { DepartmentKey } from "../departments.ts";

export type Archetype = {
  key: string;
  firstName: string;
  lastName: string;
  girl: boolean;
  /** Age in whole months on the demo's own day. */
  months: number;
  /** And so many days. */
  days?: number;
  departments: DepartmentKey[];
  guide: string | null;
  stu?: string;
  lead: string | null;
  added: number;
  ended?: number;
  efforts: EffortLine[];
  /** The efforts were thought together, since so many days from the demo's own. */
  together?: { title: string; from: number };
  parents?: readonly string[];
  consents?: readonly ConsentLine[];
  visits: Visit[];
};
