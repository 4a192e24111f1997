import type { AnswerProps } from '#design/contract.ts'
import { consentWords } from '#consent/contract.ts'
import { choseNotToShare, visitWords } from '#referrals/contract.ts'
import { clockWords } from '#standards/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import { shareOf } from '../shares.ts'
import { type Gap, type Question } from '../six-answers.ts'
import { measureWords } from '#supports/contract.ts'
import { questionWords } from '../words.ts'
import { instantsOf } from './instants.ts'
import { measureStands } from './measure-stands.ts'
import type { Page, Said } from './said.ts'
import { sharingSaid } from './sharing-answer.tsx'
import { saidAtSchool } from './six-at-school.tsx'
import { fixes, missingSaid } from './six-missing.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()
const ask = questionWords()
const sayConsent = consentWords()

/** The family said no: nobody outside answers, nothing is booked, and the school goes on by itself. */
const notNow = ({ active }: SeenStudent, nothing: 'declined_nobody' | 'declined_none'): Said =>
  active?.endedAt === null && choseNotToShare(active)
    ? { answer: say(nothing), source: say('declined_note'), s: 'end' }
    : over

/** Nothing is asked any more, because no referral is open. */
const over: Said = { answer: say('not_asked_now'), source: say('not_asked_now_note'), s: 'end' }

function responsibility({ seen, full, at }: Page): Said {
  const held = full.held.find((one) => one.referralId === seen.active?.id) ?? full.held[0]
  if (held === undefined) return notNow(seen, 'declined_nobody')
  const name = [held.holderName, held.holderCredential].filter(Boolean).join(', ')
  const agency = seen.active?.partnerName ?? ''
  const atSchool = held.partnerId === null
  return {
    answer: atSchool
      ? say('held_at_school', { name })
      : agency === ''
        ? name
        : say('held_by', { name, agency }),
    source: `${say('accepted_on', { day: at.day(held.acceptedAt) })} ${say('may_close', { changer: held.planChangerName, closer: held.closerName })}`,
  }
}

function consent({ full, at }: Page): Said {
  const standing = shareOf(full.shares, 'referral_disclosure')
  if (standing === undefined || standing.is === 'not_asked')
    return { answer: say('not_asked'), s: 'end', source: say('not_asked_now_note') }
  const given = standing.consent
  const method = sayConsent(`method.${given.method}`)
  const source = (
    <>
      {say('consent_at', { day: at.day(given.givenAt), time: at.time(given.givenAt) })}{' '}
      {given.witness !== null && say('witness', { name: given.witness })}{' '}
      {standing.is !== 'declined' && <>{say('until', { day: at.day(given.endsOn) })} </>}
      <a href="#consents">{say('consents_link', { count: full.shares.length })}</a>
    </>
  )
  if (standing.is !== 'in_force') return { answer: say(`consent_${standing.is}`), s: 'end', source }
  return { answer: say('consent_by', { method, name: given.grantorName }), source }
}

/** All that was owed is there: the next visit is between the agency and the family. */
function caredFor({ seen: { active }, at }: Pick<Page, 'seen' | 'at'>): Said | undefined {
  const engagedAt = active?.endedAt === null ? active.engagedAt : null
  if (active === undefined || engagedAt === null) return undefined
  return {
    answer: say('cared_for', { agency: active.partnerShortName ?? '' }),
    source: say('cared_for_note', { day: at.day(engagedAt) }),
  }
}

function nextVisit({ seen, at }: Page): Said {
  const visit = seen.nextVisit
  if (visit === undefined) return caredFor({ seen, at }) ?? notNow(seen, 'declined_none')
  const kind = visitWords()
  return {
    answer: say('visit', {
      kind: kind.has(visit.kind) ? kind(visit.kind) : visit.kind,
      day: at.day(visit.startsAt),
      time: at.time(visit.startsAt),
    }),
    source: [
      say('visit_where', { agency: visit.partnerShortName, place: visit.place }),
      say('visit_by', { name: visit.bookedByName, day: at.day(visit.bookedAt) }),
      ...(seen.active?.notShared === true ? [say('visit_unshared')] : []),
    ].join(' '),
  }
}

function risk({ seen }: Page): Said {
  const [lead, ...backups] = seen.leads
  if (lead === undefined) return over
  return {
    answer: say('call_lead', { name: lead.name }),
    source: (
      <>
        {lead.phone !== null && `${say('lead_phone', { phone: lead.phone })} `}
        {backups.length > 0 && `${say('backup', { names: backups.map(({ name }) => name).join(', ') })} `}
        <a href={`/crisis?student=${seen.student.id}`}>{say('open_script')}</a>
      </>
    ),
  }
}

function progress({ seen, full, at }: Page): Said {
  const [first] = full.measures
  if (first === undefined) return notNow(seen, 'declined_none')
  const sayMeasure = measureWords()
  return {
    answer: say('measures_agreed', {
      list: full.measures.map(({ measure }) => sayMeasure(measure)).join(', '),
    }),
    source: (
      <>
        {full.measures.map((each) => (
          <>
            {measureStands(each, at)}
            <br />
          </>
        ))}
        {say('agreed_by', { name: first.agreedByName, day: at.day(first.agreedAt) })}
      </>
    ),
  }
}

const answers: Record<Question, (page: Page) => Said> = {
  responsibility,
  consent,
  sharing: sharingSaid,
  next_visit: nextVisit,
  risk,
  progress,
}

function gap(missing: Gap, page: Page): AnswerProps {
  const { question, owner, dueAt } = missing
  const { calendar, now } = page.seen
  const { headline } = clockWords(calendar, { dueAt, now })
  const late = dueAt < now && page.at.day(dueAt) !== page.at.day(now)
  const fix = fixes(missing, page)
  return {
    question: ask(question),
    missing: missingSaid(missing, page),
    owner: owner === '' ? say('head') : owner,
    due: page.at.day(dueAt),
    left: headline,
    late,
    ...(fix !== undefined && { fix }),
  }
}

type Six = readonly [AnswerProps, AnswerProps, AnswerProps, AnswerProps, AnswerProps, AnswerProps]

/**
 * The six, each an answer with its source or a gap with its owner and day. One they may not know keeps its
 * place.
 */
export function sixOf(seen: SeenStudent, full: FullStudent): Six {
  const page = { seen, full, at: instantsOf(seen) }
  const one = (question: Question): AnswerProps => {
    if (!full.questions.includes(question))
      return { question: ask(question), answer: say('not_for_role'), source: '', s: 'end' }
    const missing = full.gaps.find((each) => each.question === question)
    return missing === undefined
      ? { question: ask(question), ...(saidAtSchool(question, page) ?? answers[question](page)) }
      : gap(missing, page)
  }
  return [
    one('responsibility'),
    one('consent'),
    one('sharing'),
    one('next_visit'),
    one('risk'),
    one('progress'),
  ]
}
