import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import { addConsents, type NewConsent } from './answer-store.ts'
import { type AnswersToRecord, answeredIn, howIn, typed } from './answers-given.ts'
import { type ConsentKind, consentPurposes, itemsOf, kindOf, type Scope } from './consent.ts'
import { keepScans, keptAt } from './keep-scans.ts'
import { consentAnswered, consentRevoked } from './happenings.ts'
import { isMinorConsented, type ObstacleToRecording, obstaclesToRecording, standingOf } from './rules.ts'
import { consentsForReferral } from './store.ts'
import { warnBefore } from './warn-ending.ts'
import { type Who, whoAnswers } from './who-answers.ts'
import { wordingVersion } from './wordings.ts'

/** What is known of the referral the answers speak of. */
type Asking = { id: string; studentId: string; partnerId: string | null; endedAt: Date | null }

/** What an answer speaks of. A student who answers alone lets nobody reach a caregiver about it. */
const itemsAnswered = (scope: Scope, { minorConsented }: Who) =>
  itemsOf[scope].filter((item) => !(minorConsented && item === 'caregiver_contact'))

/** One record a kind: consent to receive services never stands on the same record as a release [R128]. */
function recordsOf(
  unit: Unit,
  asking: Asking,
  { given, who }: { given: AnswersToRecord; who: Who },
): NewConsent[] {
  const answered = answeredIn(given)
  return (['release', 'services'] as const satisfies ConsentKind[])
    .filter((kind) => answered.some(({ scope }) => kindOf(scope) === kind))
    .map((kind) => ({
      id: unit.id(),
      studentId: asking.studentId,
      referralId: asking.id,
      partnerId: asking.partnerId as string,
      kind,
      ...who,
      method: given.method,
      witness: typed(given.witness) ?? null,
      documentReference: typed(given.documentReference) ?? keptAt(given.scans),
      language: given.language,
      interpreter: typed(given.interpreter) ?? null,
      purpose: consentPurposes[0],
      wordingVersion,
      startsAt: unit.now,
      endsOn: given.endsOn,
      givenAt: unit.now,
      recordedBy: unit.actor.personId as string,
      answers: answered
        .filter(({ scope }) => kindOf(scope) === kind)
        .map((each) => ({ ...each, items: itemsAnswered(each.scope, who) })),
    }))
}

/** A yes ends by itself, and its people hear of it before. */
async function askForWarnings(unit: Unit, records: NewConsent[]): Promise<void> {
  const calendar = await calendarOf(unit.tx)
  for (const record of records.filter(({ answers: given }) => given.some(({ answer }) => answer))) {
    await warnBefore(unit, record, endOfCalendarDay(calendar, record.endsOn))
  }
}

async function tellWhatFollows(unit: Unit, asking: Asking, records: NewConsent[]): Promise<void> {
  const about = { referralId: asking.id, studentId: asking.studentId, partnerId: asking.partnerId as string }
  const said = records.flatMap((record) => record.answers)
  const yes = said.filter(({ answer }) => answer).map(({ scope }) => scope)
  const no = said.filter(({ answer }) => !answer).map(({ scope }) => scope)
  await unit.tell(consentAnswered, { ...about, yes, no })
}

/** Keeps the records with the paper that proves each of them. */
function keepRecords(unit: Unit, records: readonly NewConsent[], { scans }: AnswersToRecord): void {
  addConsents(unit, records)
  for (const record of records) {
    recordTrace(unit, record)
    keepScans(unit, record, scans)
  }
}

/**
 * Keeps a family's answers about one referral, one question or several at once, as they were given: yes, no,
 * or part of it [R127] [R150]. Each answer replaces the earlier one to the same question. The caller has
 * found the referral, held it, and asked whether the actor may.
 * @returns every obstacle, or the ids of the records
 */
export async function recordAnswers(
  unit: Unit,
  asking: Asking,
  given: AnswersToRecord,
): Promise<{ because: ObstacleToRecording[] } | { consentIds: string[] }> {
  const today = dayOf(await calendarOf(unit.tx), unit.now)
  const [before, { who, grantor, own, age }] = await Promise.all([
    consentsForReferral(unit.tx, asking.id),
    whoAnswers(unit, asking.studentId, { ...given, on: today }),
  ])
  const because = obstaclesToRecording({
    ...howIn(given),
    partnerId: asking.partnerId,
    referralEnded: asking.endedAt !== null,
    grantor,
    age,
    own,
    minorConsented: isMinorConsented(before),
    today,
  })
  if (because.length > 0 || who === undefined) return { because }

  const records = recordsOf(unit, asking, { given, who })
  keepRecords(unit, records, given)
  await askForWarnings(unit, records)
  await tellWhatFollows(unit, asking, records)

  const ended = endedBy(records, before, { asking, now: unit.now })
  const { id: referralId, studentId, partnerId } = asking
  if (ended.length > 0) {
    await unit.tell(consentRevoked, { referralId, studentId, partnerId: partnerId as string, scopes: ended })
  }
  return { consentIds: records.map((record) => record.id) }
}

/** Questions whose yes held until now, and is a no from here on. */
const endedBy = (
  records: readonly NewConsent[],
  before: Parameters<typeof standingOf>[0],
  at: { asking: Asking; now: Date },
): Scope[] =>
  records
    .flatMap((record) => record.answers)
    .filter(({ scope, answer }) => !answer && stood(before, { scope, ...at }))
    .map(({ scope }) => scope)

const stood = (
  before: Parameters<typeof standingOf>[0],
  { scope, asking, now }: { scope: Scope; asking: Asking; now: Date },
) => standingOf(before, { scope, partnerId: asking.partnerId as string, now }).is === 'in_force'

function recordTrace(unit: Unit, record: NewConsent): void {
  const codes = (wanted: boolean) =>
    record.answers.filter(({ answer }) => answer === wanted).map(({ scope }) => scope)
  unit.record(
    'consent.answered',
    { type: 'consent', id: record.id, studentId: record.studentId },
    {
      referralId: record.referralId,
      partnerId: record.partnerId,
      method: record.method,
      yes: codes(true),
      no: codes(false),
    },
  )
}
