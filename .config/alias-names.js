/** What a table is called inside one statement changes nothing of what it finds: such a mutant is the same rule. */
const aliasNames = {
  shouldIgnore: (path) =>
    path.isCallExpression() && path.node.callee.name === "alias" ? "the name of an alias means nothing" : undefined,
};

export const strykerPlugins = [{ kind: "Ignore", name: "alias-names", value: aliasNames }];
