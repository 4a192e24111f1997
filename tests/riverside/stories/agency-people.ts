import { cast, type CastKey } from '../cast.ts'
import type { PartnerKey } from '../places.ts'

/** Who answers referrals at each agency. */
export const intake: Record<PartnerKey, CastKey> = {
  cedarStreet: 'noor',
  northbank: 'farah',
  openDoor: 'elliot',
}
/** Who takes a student on at each agency. */
export const clinicians: Record<PartnerKey, { clinicianName: string; credential: string }> = {
  cedarStreet: { clinicianName: cast.tomas.name, credential: 'LCSW' },
  northbank: { clinicianName: 'Imani Cole', credential: 'LMFT' },
  openDoor: { clinicianName: 'Peter Vance', credential: 'PsyD' },
}
