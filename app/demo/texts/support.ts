import type { SchemeState } from "#db/vocabulary.ts";
import type { DepartmentKey } from "./departments.ts";

/** What stands beside the efforts of those who are written by hand. Days are counted from the demo's own. */
export type SupportLine = {
  schemes?: readonly {
    scheme: string;
    state: SchemeState;
    department: DepartmentKey;
    on: number;
    educationEnded?: number;
    from?: number;
    to?: number;
    note?: string;
  }[];
  placements?: readonly {
    employer: string;
    placementKind: string;
    pay: "paid" | "unpaid";
    hours: string;
    from: number;
    to: number | null;
    municipal?: true;
    contact?: readonly [name: string, phone: string];
  }[];
  /** Of how it goes in general, or of an area: the day and the number. */
  ratings?: Readonly<Record<string, readonly (readonly [on: number, score: number])[]>>;
  plans?: readonly { planKind: string; department: DepartmentKey; system: string; number: string; link: string }[];
};

export const SUPPORT: Record<string, SupportLine> = {
  kitchen: {
    schemes: [
      { scheme: "personal_assistance", state: "considered", department: "work", on: -40 },
      {
        ...({ scheme: "mentor", state: "in_use", department: "work", on: -66, from: -63, to: 118 } as const),
        note: "En fast kollega på bageriet, to timer om ugen.",
      },
    ],
    placements: [
      {
        ...({ employer: "Kantinen, Rådhuset Demo", placementKind: "internship", pay: "unpaid", hours: "12" } as const),
        ...({ from: -330, to: -240, municipal: true, contact: ["Bente Eksempel", "55 50 12 10"] } as const),
      },
      {
        ...({ employer: "Bageriet Prøven", placementKind: "small_job", pay: "paid", hours: "6" } as const),
        ...({ from: -70, to: null, contact: ["Lis Eksempel", "55 50 12 11"] } as const),
      },
    ],
    ratings: {
      "": [
        [-420, 5],
        [-300, 6],
        [-210, 4],
        [-120, 6],
        [-30, 7],
      ],
      employment: [
        [-300, 5],
        [-210, 3],
        [-30, 8],
      ],
    },
    plans: [
      {
        ...({ planKind: "stu_course_plan", department: "stu", system: "STU-systemet (demo)" } as const),
        ...{ number: "STU-0412", link: "https://stu.example/planer/0412" },
      },
      { planKind: "min_plan", department: "work", system: "Jobnet", number: "", link: "" },
    ],
  },
  workshop: {
    schemes: [
      { scheme: "isbryder", state: "asked", department: "work", on: -60, educationEnded: -245 },
      {
        ...({ scheme: "aids", state: "considered", department: "work", on: -58 } as const),
        note: "Løftebord og en lettere høvl fra første dag.",
      },
      { scheme: "sps", state: "not_relevant", department: "guidance", on: -230 },
    ],
    ratings: {
      "": [
        [-330, 6],
        [-200, 7],
        [-110, 4],
        [-25, 5],
      ],
    },
    plans: [
      {
        ...({ planKind: "min_plan", department: "work", system: "Jobnet" } as const),
        ...{ number: "MP-2207", link: "https://jobnet.example/minplan/2207" },
      },
    ],
  },
  rest: {
    schemes: [{ scheme: "sps", state: "considered", department: "ppr", on: -70 }],
    ratings: {
      "": [
        [-190, 2],
        [-120, 4],
        [-65, 3],
        [-15, 4],
      ],
      health: [
        [-190, 2],
        [-65, 3],
      ],
    },
    plans: [
      { planKind: "child_plan", department: "children", system: "Fagsystem (demo)", number: "BP-318", link: "" },
      { planKind: "education_plan", department: "ppr", system: "Ungedatabasen", number: "", link: "" },
    ],
  },
  "twenty-five": {
    placements: [
      {
        ...({ employer: "Lageret Prøven", placementKind: "internship", pay: "unpaid", hours: "20" } as const),
        ...({ from: -50, to: 25, contact: ["Torben Eksempel", "55 50 12 12"] } as const),
      },
    ],
  },
};
