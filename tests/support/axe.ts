import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What axe finds wrong on the page as it stands, each with the rule and the place; none is what is asked for. Without `colours`
 * contrasts are left out, which take more time than all else: for a page whose colours were held against the rule in another language.
 */
export async function findings(page: Page, { colours = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } } })
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
