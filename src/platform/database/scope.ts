import { isId } from '../ids.ts'

const sides = ['school', 'partner', 'family', 'system'] as const
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
}

const setting = (name: string, id: string | undefined) => {
  if (id === undefined) return ''
  if (!isId(id)) throw new Error(`The scope's ${name} is not an id`)
  return `; set local app.${name} = '${id}'`
}

/** One batch that opens the transaction between its walls. Only ids and four fixed words can stand in it. */
export function opening({ districtId, side, partnerId, studentId }: Scope): string {
  if (!sides.includes(side)) throw new Error('The scope has no such side')
  return `begin${setting('district_id', districtId)}; set local app.side = '${side}'${setting('partner_id', partnerId)}${setting('student_id', studentId)}`
}
