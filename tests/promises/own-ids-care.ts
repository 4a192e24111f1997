import { screeningScenes } from './own-ids-screening.ts'
import { drillScenes } from './own-ids-drills.ts'
import { trainingScenes } from './own-ids-training.ts'
import { cast } from '../riverside/cast.ts'
import { partners, schools } from '../riverside/places.ts'
import { newSigningKey } from '../support/care-story.ts'

const asMaker = { by: 'yolanda' } as const
const asTold = { by: 'daniel' } as const

/** Acts about Handle With Care notices, by whoever was told of one. */
export const careScenes = [
  { act: 'services/write-note', by: 'tomas', given: { words: 'Came on time' } },
  ...drillScenes,
  ...trainingScenes,
  ...screeningScenes,
  {
    act: 'directory/plan-mix',
    ...asMaker,
    given: { partnerId: partners.northbank.id, effectiveOn: '2027-01-11', byVideo: '2' },
  },
  {
    act: 'district/name-scheduler',
    by: 'marcus',
    given: { schoolId: schools.alderCreek.id, personId: cast.ines.id },
  },
  {
    act: 'carenotices/record-agreement',
    ...asMaker,
    given: { startsOn: '2026-07-01', endsOn: '2027-06-30' },
  },
  { act: 'carenotices/end-agreement', ...asMaker, given: {} },
  { act: 'carenotices/make-sender', ...asMaker, given: { key: 'k'.repeat(43) } },
  {
    act: 'carenotices/register-key',
    ...asMaker,
    // An Ed25519 key as it is pasted, of which nobody has the other half.
    given: {
      publicKey: `-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA${'A'.repeat(43)}=\n-----END PUBLIC KEY-----`,
    },
  },
  { act: 'carenotices/revoke-sender', ...asMaker, given: {} },
  {
    act: 'carenotices/name-designee',
    by: 'marcus',
    given: { schoolId: schools.alderCreek.id, personId: cast.ines.id },
  },
  { act: 'carenotices/end-designee', by: 'marcus', given: {} },
  { act: 'carenotices/acknowledge-notice', ...asTold, given: { careNoticeId: '=newNotice' } },
  { act: 'carenotices/match-notice', ...asTold, given: { careNoticeId: '=newNotice' } },
  { act: 'carenotices/undo-match', ...asTold, given: {} },
  { act: 'carenotices/register-key', ...asMaker, given: { publicKey: newSigningKey().pem } },
  { act: 'carenotices/revoke-key', ...asMaker, given: {} },
  { act: 'carenotices/record-step', ...asTold, given: { kind: 'support', support: 'nurse' } },
  { act: 'carenotices/send-to-triage', ...asTold, given: {} },
  { act: 'carenotices/ask-teacher', ...asTold, given: { personId: cast.joan.id } },
] as const
