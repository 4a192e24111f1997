import { catalog } from '#platform/words.ts'
import type { Gap, ObstacleToSupervising } from './rules.ts'
import type { Profession, SupervisionForm } from './staff-record.ts'

/** What the trail says of this module. @drawn */
export const traceWords = catalog({
  en: {
    'credential.recorded': 'A credential was written down',
    'supervisor.named': 'Somebody was named as a supervisor',
    'supervision.recorded': 'A supervision was written down',
  },
})

export const namingWords = catalog({
  en: {
    not_able: 'Choose somebody from the list. Nobody supervises themselves.',
    named_already: 'This person supervises them already.',
  },
})
export const supervisingWords = catalog({
  en: {
    supervisor_missing: 'Nobody is named as the supervisor yet. Whoever leads names one first.',
    yourself: 'Nobody writes down a supervision of their own. The supervisor does.',
    held_ahead: 'Give today or a day before.',
    recorded_already: 'A supervision of this day is written down already.',
  } satisfies Record<ObstacleToSupervising, string>,
})

export const gapWords = catalog({
  en: {
    credential_missing: 'No credential',
    license_ended: 'The license has ended',
    supervisor_missing: 'No supervisor',
    supervision_missing: 'No supervision yet',
    supervision_long_ago: 'No supervision lately',
  } satisfies Record<Gap, string>,
})
export const professionWords = catalog({
  en: {
    counseling: 'Counseling',
    psychology: 'Psychology',
    social_work: 'Social work',
    marriage_family: 'Marriage and family therapy',
    nursing: 'Nursing',
    psychiatry: 'Psychiatry',
    peer_support: 'Peer support',
  } satisfies Record<Profession, string>,
})
export const formWords = catalog({
  en: {
    individual: 'One to one',
    group: 'In a group',
    observed: 'Observed at work',
    file_review: 'Review of files',
  } satisfies Record<SupervisionForm, string>,
})
