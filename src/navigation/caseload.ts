/** What one navigator carries of one school and language. */
export type CaseloadPart = {
  readonly navigatorId: string
  readonly navigatorName: string
  readonly schoolName: string
  /** BCP 47, or `unknown`. */
  readonly language: string
  readonly open: number
  readonly highNeed: number
  /** Of which the next step is overdue. */
  readonly late: number
}
export type Share = { readonly of: string; readonly open: number }
export type Caseload = Pick<CaseloadPart, 'navigatorId' | 'navigatorName' | 'open' | 'highNeed' | 'late'> & {
  readonly schools: readonly Share[]
  readonly languages: readonly Share[]
}

const sum = (parts: readonly CaseloadPart[], what: 'open' | 'highNeed' | 'late') =>
  parts.reduce((all, part) => all + part[what], 0)

const shares = (parts: readonly CaseloadPart[], by: 'schoolName' | 'language'): Share[] =>
  [...Map.groupBy(parts, (part) => part[by])]
    .map(([of, its]) => ({ of, open: sum(its, 'open') }))
    .toSorted((one, other) => other.open - one.open || one.of.localeCompare(other.of))

/** What each navigator carries, whole and by school and language, the fullest first [R067]. */
export const caseloads = (parts: readonly CaseloadPart[]): Caseload[] =>
  [...Map.groupBy(parts, ({ navigatorId }) => navigatorId)]
    .map(([navigatorId, its]) => ({
      navigatorId,
      navigatorName: its[0]?.navigatorName ?? '',
      open: sum(its, 'open'),
      highNeed: sum(its, 'highNeed'),
      late: sum(its, 'late'),
      schools: shares(its, 'schoolName'),
      languages: shares(its, 'language'),
    }))
    .toSorted((one, other) => other.open - one.open || one.navigatorName.localeCompare(other.navigatorName))
