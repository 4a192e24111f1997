import { pastGuards } from './plant.ts'
import type { Asker, OpenHouse } from './open-house.ts'
import { sealPlain } from '../support/keys.ts'
import { answersTo, differences } from './twice/answers.ts'
import type { World } from './world.ts'

/** One family's yes, and what was sent on it. */
export type Sent = {
  referralId: string
  studentId: string
  consentId: string
  caregiverId: string
  partnerId: string
}
export type Reading = { copy: World; asker: Asker; sent: Sent }

/** Everything an agency opens about a referral that was sent to it. */
export const urlsOf = ({ referralId }: Sent) => ['/inbox', `/inbox/${referralId}`, '/today']

const other = (column: string, codes: readonly [string, string]) =>
  `${column} = case ${column} when '${codes[0]}' then '${codes[1]}' else '${codes[0]}' end`
/**
 * The school's own facts of a referral, each otherwise: codes, flags, days, and links to other records. Not
 * when it was opened: the week of a first visit counts from there, and whoever books it has to know its last
 * day.
 */
const otherwise = `update referral f set ${[
  other('reason_category', ['worry_and_sleep', 'anger']),
  other('service_sought', ['assessment', 'group']),
  other('modality', ['in_person', 'telehealth']),
  'high_need = not high_need',
  `paused_through = coalesce(paused_through, '2026-10-01') + 3`,
  `first_referred_at = first_referred_at - interval '50 hours', state_since = state_since - interval '26 hours'`,
  `decision_id = null, predecessor_id = e.id, repeat_of_id = e.id`,
].join(', ')}
  from (select id from referral where id <> $1 order by id limit 1) e where f.id = $1`

/** The packet as an agreement on these items alone would have let it leave. */
const onlyThese = `update packet set content = jsonb_build_object(
    'identity', jsonb_build_object('name', 'Somebody', 'bornOn', null, 'grade', '7', 'school', 'A school'),
    'language', jsonb_build_object('home', 'es', 'caregiver', 'es', 'interpreter', false, 'accommodation', null))
  where referral_id = $1`

async function past({ admin }: World['database'], text: string, referralId: string): Promise<void> {
  await pastGuards(admin, async () => {
    const { rowCount } = await admin.query(text, [referralId])
    if (rowCount === 0) throw new Error(`Nothing was changed by ${text}`)
  })
}

/** Cuts what was sent down to a name and languages, as though no other item had been agreed on. */
export async function sendLess({ copy, sent }: Reading): Promise<void> {
  await past(copy.database, onlyThese, sent.referralId)
  await sealPlain(copy.database.admin)
}

/**
 * What an agency is told of the school's own facts of a referral: each is made otherwise, and whatever is
 * then answered otherwise tells one. Nothing is found where none is told.
 */
export async function factsTold(open: OpenHouse, reading: Reading): Promise<string[]> {
  const { copy, asker, sent } = reading
  const ask = () => answersTo({ app: open.app, asker, urls: urlsOf(sent), words: [], queries: 0 })
  const before = await ask()
  await past(copy.database, otherwise, sent.referralId)
  return differences(before, await ask())
}
