/** Modules from the lowest to the highest: a module imports only from those above it in this list. */
export const ranks = [
  'platform',
  'design',
  'access',
  'district',
  'acknowledgements',
  'people',
  'standards',
  'directory',
  'partnership',
  'consent',
  'exceptions',
  'concerns',
  'warnings',
  'supports',
  'referrals',
  'guests',
  'handoffs',
  'navigation',
  'crisis',
  'escalations',
  'reviews',
  'records',
  'coordination',
  'messages',
  'services',
  'insights',
  'governance',
  'family',
  'exchange',
] as const

/** Modules without domain rules: anybody above may import any of their files, not only a contract. */
export const groundFloor: readonly string[] = [
  'platform',
  'design',
  'access',
] satisfies readonly (typeof ranks)[number][]
