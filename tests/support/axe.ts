import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/**
 * What axe finds wrong on the page as it stands, each with the rule and the place; none is what is asked for. Without `colours`
 * contrasts are left out, which take more time than all else: for a page whose colours were held against the rule in another language.
 * axe is asked on the page itself: its helper for Playwright, which also looks into frames that no page of ours has, took over half as long again.
 */
export async function findings(page: Page, { colours = true } = {}): Promise<string[]> {
  await page.evaluate(`if (typeof axe === "undefined") { ${axe.source} }`);
  const violations = await page.evaluate(async (colours): Promise<AxeResults["violations"]> => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const rules = { "color-contrast": { enabled: colours } };
    return (await axe.run(document, { resultTypes: ["violations"], rules })).violations;
  }, colours);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
