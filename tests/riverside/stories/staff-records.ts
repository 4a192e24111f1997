import { nameSupervisor } from '#staffing/name-supervisor.ts'
import { recordCredential } from '#staffing/record-credential.ts'
import { recordSupervision } from '#staffing/record-supervision.ts'
import { cast, type CastKey } from '../cast.ts'
import type { Story } from './story.ts'
import { perform } from './teller.ts'

type Kept = { key: CastKey; kind: string; issuer: string; licenseNumber: string; supervisor: CastKey }

const kept: readonly Kept[] = [
  {
    key: 'daniel',
    kind: 'counseling',
    issuer: 'State Board of School Counselors',
    licenseNumber: 'SC-20417',
    supervisor: 'helen',
  },
  {
    key: 'ines',
    kind: 'nursing',
    issuer: 'State Board of Nursing',
    licenseNumber: 'RN-88120',
    supervisor: 'helen',
  },
]

/** Daniel’s record is complete; Ines was not supervised lately, and of the others something is missing. */
export const staffRecords: Story = async ({ teller, almanac: { moment, day } }) => {
  teller.at(moment(-19, '09:00'))
  const ruth = teller.being('ruth')
  for (const { key, supervisor, ...credential } of kept) {
    const { id: personId } = cast[key]
    await perform(ruth, recordCredential, { personId, ...credential, validUntil: day(260) })
    await perform(ruth, nameSupervisor, { personId, supervisorId: cast[supervisor].id })
  }
  const supervised = (key: CastKey, heldOn: string) =>
    perform(teller.being('helen'), recordSupervision, {
      personId: cast[key].id,
      heldOn,
      form: 'individual',
      minutes: '50',
    })
  await supervised('ines', day(-140))
  await supervised('daniel', day(-24))
}
