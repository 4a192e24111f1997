import { isId } from '../ids.ts'

const sides = ['school', 'partner', 'family', 'public', 'system'] as const
export type Side = (typeof sides)[number]

/**
 * The walls a transaction stands between. They are set as plain settings for the length of the transaction,
 * and every row-level policy compares against them: a query outside any scope sees nothing.
 */
export type Scope = {
  districtId: string
  side: Side
  /** The agency, on the partner side. */
  partnerId?: string | undefined
  /** The child, on the family side. */
  studentId?: string | undefined
  /** Whether whoever acts on the family side is the student, who reads more of their own than a caregiver. */
  isStudent?: boolean | undefined
  /** Whether whoever acts on the partner side treats, and so reads what their agency writes for itself. */
  isClinician?: boolean | undefined
  /** Who it is, on the partner and the family side: they read themselves, and their own news. */
  personId?: string | undefined
  /** The assignment they act in, on the same sides: they read the replies to it. */
  assignmentId?: string | undefined
  /** Students of whom this person sees nothing, whatever else they may see. */
  blockedIds?: readonly string[] | undefined
  /**
   * The revision of the district's arrangements at which whoever acts was seen; left out, nothing that was
   * kept is used.
   */
  revision?: number | undefined
}

const setting = (name: string, id: string | undefined) => {
  if (id === undefined) return ''
  if (!isId(id)) throw new Error(`The scope's ${name} is not an id`)
  return `; set local app.${name} = '${id}'`
}

const blocks = (ids: readonly string[]) => {
  if (ids.length === 0) return ''
  if (!ids.every(isId)) throw new Error('The scope blocks something that is not an id')
  return `; set local app.blocked = '{${ids.join(',')}}'`
}

/** Which rows of a student a family member reads, by the word that stands in them. */
const familyReads = ({ side, isStudent }: Scope) =>
  side === 'family'
    ? `; set local app.family_reads = '${isStudent === true ? 'family,student' : 'family'}'`
    : ''

/** Whether the notes an agency keeps for itself are there. */
const clinicianReads = ({ side, isClinician }: Scope) =>
  side === 'partner' && isClinician === true ? `; set local app.clinician = 'yes'` : ''

/** One batch that opens the transaction between its walls. Only ids and fixed words can stand in it. */
export function opening(scope: Scope): string {
  const { districtId, side, partnerId, studentId, personId, assignmentId, blockedIds = [] } = scope
  if (!sides.includes(side)) throw new Error('The scope has no such side')
  const outside = [
    setting('partner_id', partnerId),
    setting('student_id', studentId),
    setting('person_id', personId),
    setting('assignment_id', assignmentId),
    familyReads(scope),
    clinicianReads(scope),
    blocks(blockedIds),
  ].join('')
  return `begin${setting('district_id', districtId)}; set local app.side = '${side}'${outside}`
}
