/** What became of those who left, by how they left: a code as often as it is drawn. */
export const AFTER = {
  completed: [
    ...["fleksjob", "fleksjob", "ordinary_job", "smaajob_paid_hours", "smaajob_paid_hours", "job_wage_subsidy"],
    ...["education_ordinary", "fgu", "fgu", "hojskole", "vocational_with_sps"],
    ...["activity_social", "activity_social", "sheltered_employment", "sheltered_employment"],
    ...["internship_employment_offer", "cash_active", "cash_active", "pension_with_activity"],
    ...["cash_passive", "cash_passive", "pension_without_activity", "illness"],
  ],
  dropped_out_positive: ["education_ordinary", "fgu", "fgu", "ordinary_job", "job_wage_subsidy"],
  dropped_out_negative: ["cash_passive", "cash_passive", "cash_active", "illness", "other"],
};

/** Hours a week, where they are asked. */
export const HOURS: Record<string, readonly number[]> = {
  ...{ fleksjob: [8, 10, 12, 15], ordinary_job: [20, 30, 37], smaajob_paid_hours: [3, 5, 6] },
  ...{ job_wage_subsidy: [15, 20], education_ordinary: [30, 37], fgu: [27, 30] },
  ...{ sheltered_employment: [12, 18], internship_employment_offer: [15, 20] },
};
