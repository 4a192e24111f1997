import { cast } from '../riverside/cast.ts'
import { partners } from '../riverside/places.ts'

/** Every word and name in an answer. */
export function leavesOf(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) leavesOf(inner, into)
  return into
}
const ofAgencies = JSON.stringify(partners)
const staff = new Set<string>(Object.values(cast).map(({ name }) => name))
/** Whether a word tells of the student: no code, no instant, nobody of the staff, nothing an agency is. */
export const isTold = (leaf: string) =>
  leaf.length > 5 &&
  !/^(\w+|\d{4}-\d\d-\d\dT.*)$/.test(leaf) &&
  !staff.has(leaf) &&
  !ofAgencies.includes(leaf)
