import { type Resource, resource, type Screen } from '#access/screen.ts'
import { nameSupervisor } from '../name-supervisor.ts'
import { recordCredential } from '../record-credential.ts'
import { recordSupervision } from '../record-supervision.ts'
import { memberScreen } from './member.tsx'
import { reportScreen } from './report.tsx'

export const screens: readonly Screen[] = [reportScreen, memberScreen]

const back = ({ personId }: { personId: string }) => `/staff-records/${personId}`
export const resources: readonly Resource[] = [
  resource({
    address: 'POST /staff-records/:personId/credentials',
    act: recordCredential,
    stands: memberScreen,
    then: back,
  }),
  resource({
    address: 'POST /staff-records/:personId/supervisor',
    act: nameSupervisor,
    stands: memberScreen,
    then: back,
  }),
  resource({
    address: 'POST /staff-records/:personId/supervisions',
    act: recordSupervision,
    stands: memberScreen,
    then: back,
  }),
]
