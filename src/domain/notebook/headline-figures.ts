/** The facts of an analysis that say most in few figures, by its name, the most important first. */
export const HEADLINE_FIGURES: Readonly<Record<string, readonly string[]>> = {
  pareto: ['k', 'kShare', 'topFifthShare', 'base', 'positive', 'entered', 'left'],
  'key-list': ['members', 'value', 'joined', 'lost'],
  concentration: ['topFifthShare', 'largestShare', 'gini', 'effectiveNumber'],
  cohort: ['customers', 'nextRate', 'thirdRate', 'sixthRate', 'twelfthRate'],
  spend: ['accounts', 'value', 'change', 'changeShare'],
  inversion: ['customers', 'value', 'inversions'],
  'input-output': ['profit', 'input', 'ratio', 'losing'],
  churn: ['threshold', 'lastChurnRate', 'slipping', 'lost', 'slippingValue'],
  'slipping-now': ['slipping', 'lost', 'slippingValue', 'precision', 'recall'],
  'partial-churn': ['base', 'lostAmount', 'amountChurn'],
  'churn-by-reason': ['base', 'confirmed', 'lostAmount', 'churnDegree'],
  'churn-by-column': ['customers', 'churned', 'churnRate', 'cramersV'],
  rfm: ['customers', 'champions', 'championsShare', 'cannotLose', 'cannotLoseValue'],
  'early-warning': ['vitalFew', 'warned', 'warnings'],
  'retention-revenue': ['closeRevenue', 'grossRetention', 'netRetention'],
  'retention-leverage': ['profit', 'low', 'high'],
};
