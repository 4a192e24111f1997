import { z } from 'zod'
import type { Unit } from '#access/unit.ts'
import { calendarOf, dayOf, endOfCalendarDay } from '#district/contract.ts'
import type { Scan } from '#platform/scan/scan.ts'
import { choice, day, id, optionalText, yesNo } from '#platform/given.ts'
import { addConsents, type NewConsent } from './answer-store.ts'
import { type ConsentKind, itemsOf, kindOf, type Method, methods, type Scope, scopes } from './consent.ts'
import { keepScans, keptAt } from './keep-scans.ts'
import { consentAnswered, consentRevoked } from './happenings.ts'
import { careKinds } from './minor-rule.ts'
import { isMinorConsented, type ObstacleToRecording, obstaclesToRecording, standingOf } from './rules.ts'
import { consentsForReferral } from './store.ts'
import { warnBefore } from './warn-ending.ts'
import { type Who, whoAnswers } from './who-answers.ts'
import { wordingVersion } from './wordings.ts'

const answers = z.partialRecord(z.enum(scopes), yesNo())

/**
 * How answers arrive: who said them, how they were captured, until when they hold, and a yes or no to each
 * question.
 */
export const GivenAnswers = {
  grantorKind: choice(['caregiver', 'student']).default('caregiver'),
  caregiverId: id.optional(),
  /** What a student who answers alone is cared for: it says which rule of the state holds. */
  care: choice(careKinds).default('mental_health'),
  method: choice(methods, 'Say how the answer is given'),
  witness: optionalText(120),
  documentReference: optionalText(120),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'Choose a language'),
  interpreter: optionalText(120),
  endsOn: day,
  answers: answers.default({}),
}
const Given = z.object(GivenAnswers)
export type AnswersToRecord = Omit<z.output<typeof Given>, 'method'> & {
  method: Method
  /** Scans of the paper the answers were given on. */
  scans?: readonly Scan[]
}

/** What is known of the referral the answers speak of. */
type Asking = { id: string; studentId: string; partnerId: string | null; endedAt: Date | null }

/** Empty text from a form is no text. */
const typed = (text: string | undefined) => (text === undefined || text === '' ? undefined : text)

const answeredIn = (given: AnswersToRecord): { scope: Scope; answer: boolean }[] =>
  scopes.flatMap((scope) => {
    const answer = given.answers[scope]
    return answer === undefined ? [] : [{ scope, answer }]
  })

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
      purpose: 'referral_and_follow_up',
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
    partnerId: asking.partnerId,
    referralEnded: asking.endedAt !== null,
    grantorKind: given.grantorKind,
    grantor,
    age,
    own,
    minorConsented: isMinorConsented(before),
    method: given.method,
    witness: typed(given.witness),
    documentReference: typed(given.documentReference),
    scans: given.scans?.length ?? 0,
    answered: answeredIn(given).map(({ scope }) => scope),
    endsOn: given.endsOn,
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
