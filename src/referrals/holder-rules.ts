export type ObstacleToHoldingAtSchool = 'ended' | 'agency_holds' | 'holder_not_here' | 'holder_not_clinical'

/** Why somebody at school cannot be named to answer for a student at high risk [R156]. */
export const obstaclesToHoldingAtSchool = (named: {
  ended: boolean
  heldByAgency: boolean
  worksHere: boolean
  clinical: boolean
}): ObstacleToHoldingAtSchool[] => [
  ...(named.ended ? (['ended'] as const) : []),
  ...(named.heldByAgency ? (['agency_holds'] as const) : []),
  ...(named.worksHere ? [] : (['holder_not_here'] as const)),
  ...(named.worksHere && !named.clinical ? (['holder_not_clinical'] as const) : []),
]
