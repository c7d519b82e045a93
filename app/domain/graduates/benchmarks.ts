/** What was found in the whole country, in percent, with who found it and when (domain.md 5.5). */
export const benchmarks = {
  endings: {
    source: "Epinion",
    year: 2019,
    /** Of those who completed 38 went on to something, 30 did not. */
    percent: { completed: 68, dropped_out_positive: 15, dropped_out_negative: 17 },
  },
  /** Of those who went on to something. */
  wentOn: { source: "Epinion", year: 2019, percent: { job: 27, education: 13, active: 10, benefits: 43 } },
  /** In job or education: right after, and after four years. */
  jobOrEducation: { source: "HBS Economics", year: 2020, percent: { after: 6, fourYears: 25 } },
} as const;
