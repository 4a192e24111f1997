import type { IncidentData } from '#crisis/incident-page.ts'

type Seen = Pick<IncidentData, 'incident' | 'entries' | 'standard'>

const isOutside = ({ what }: { what: string | null }) => what !== 'school_team'

/**
 * What nobody may have got round, told from the entries alone and not by the rules that are tried: by a high
 * run that nobody agreed to lower, by a rubric nobody ran, or by a call that was not the tree's.
 */
export function gotRound({ incident, entries, standard }: Seen): Record<string, boolean> {
  const of = (kind: string) => entries.filter((each) => each.kind === kind)
  const agreed = new Set(
    of('departure_reviewed').flatMap(({ what, aboutId }) => (what === 'was_right' ? [aboutId] : [])),
  )
  const explained = new Set(of('departure_explained').map(({ aboutId }) => aboutId))
  const runs = of('rubric_run').toSorted((one, other) => Number(one.happenedAt) - Number(other.happenedAt))
  const lastHigh = runs.findLastIndex(({ what }) => what === 'high')
  const isHigh = lastHigh >= 0 && !runs.slice(lastHigh + 1).some(({ id }) => agreed.has(id))
  const came = new Set(
    of('response_result').flatMap(({ what, aboutId }) =>
      what === 'came' || what === 'talked' ? [aboutId] : [],
    ),
  )
  const helped = of('response_called').some(({ id, what }) => isOutside({ what }) && came.has(id))
  const { endedAs } = incident
  const isClosed = incident.state === 'closed' && (endedAs === null || endedAs === 'never_identified')
  const only = runs.length === 1 ? standard.tree[runs[0]?.what as 'low'] : undefined
  const departed = of('response_called').filter(({ what }) => only !== undefined && what !== only)
  const danger = runs.some(({ what }) => what !== 'low') || of('response_called').some(isOutside)
  return {
    'a mistake where there was danger': endedAs === 'opened_by_mistake' && danger,
    'a mistake alone, with something recorded':
      endedAs === 'opened_by_mistake' && of('safety_done').length > 0 && of('ending_confirmed').length === 0,
    'another’s at high without help': endedAs === 'belongs_elsewhere' && isHigh && !helped,
    'closed at high without help': isClosed && isHigh && !helped,
    'closed without a rubric that a second person let be':
      isClosed &&
      runs.length === 0 &&
      !of('step_skipped').some(({ id, what }) => what === 'rubric' && agreed.has(id)),
    'closed with a departure nobody explained': isClosed && departed.some(({ id }) => !explained.has(id)),
    'closed with nobody called and nobody asked':
      isClosed &&
      only !== undefined &&
      only !== 'school_team' &&
      of('response_called').length === 0 &&
      !of('step_skipped').some(({ id, what }) => what === 'response' && explained.has(id)),
  }
}
