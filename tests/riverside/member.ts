import type { Role } from '#access/roles.ts'
import type { FamilyKey } from './families.ts'
import { idOf } from './ids.ts'
import type { PartnerKey, SchoolKey } from './places.ts'

/** One member of the cast: who they are in a line, and the assignments they hold. */
export type Member = {
  id: string
  name: string
  email: string
  phone?: string
  about: string
  /** The language they told us; English when left out. */
  language?: string
  partner?: PartnerKey
  /** Whom they act for, as a caregiver or as the student. */
  student?: FamilyKey
  assignments: readonly { role: Role; schools?: readonly SchoolKey[] | 'all' }[]
}

const houseOf = ({ partner, student }: Pick<Member, 'partner' | 'student'>) =>
  student !== undefined ? 'families' : partner === undefined ? 'riverside' : 'partners'

/** @param key the part of the address before the house */
export const member = (key: string, given: Omit<Member, 'id' | 'email'>): Member => ({
  ...given,
  id: idOf(`person/${key}`),
  email: `${key}@${houseOf(given)}.example`,
})
