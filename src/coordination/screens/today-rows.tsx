import {
  Button,
  ButtonLink,
  type ClockProps,
  Form,
  Mini,
  PromiseRow,
  type Shell,
  Tag,
} from '#design/contract.ts'
import { aboutWords, type AlertAbout } from '#alerts/contract.ts'
import { languageName } from '#people/contract.ts'
import { miniOf, standsAt as standsOnLine } from '#referrals/contract.ts'
import { clockWords } from '#standards/contract.ts'
import type { Promised, SeenToday } from '../look-today.ts'
import { standsAt } from '../promises.ts'
import { type NeedKind, needWords } from '#households/contract.ts'
import { type HelpKind, helpWords } from '#navigation/contract.ts'
import { type StepKind, stepNames } from '#wraparound/contract.ts'
import { doing } from './next-step.tsx'
import { coded, places } from './today-places.ts'
import { todayWords } from './today-words.ts'

const say = todayWords()
const help = helpWords()
const need = needWords()
const step = stepNames()
const about = aboutWords('en')

type OfReferral = Extract<Promised, { of: 'referral' }>
type OfAgency = Extract<Promised, { of: 'agency' }>
type OfThing = Extract<Promised, { of: 'thing' }>
type RowProps<P> = { promise: P; seen: SeenToday; shell: Shell; first: boolean }

function clockOf({ calendar, now, bounds }: SeenToday, dueAt: Date) {
  const { headline, detail } = clockWords(calendar, { dueAt, now })
  const s = standsAt(dueAt, bounds)
  const clock: ClockProps = { means: headline, time: detail, at: dueAt, late: s === 'late' }
  return { clock, s }
}

/** Names of languages are looked up slowly, and there are few of them. */
const spoken = new Map<string, string>()
function languageIn(tag: string): string {
  const known = spoken.get(tag) ?? languageName(tag)
  spoken.set(tag, known)
  return known
}

const whatOf = ({ nextStep, partnerShortName, missedAt }: OfReferral): string => {
  const partner = partnerShortName ?? ''
  if (nextStep === null) return ''
  if (nextStep === 'make_handoff')
    return partner === '' ? say('what_make_handoff') : say('what_make_handoff_to', { partner })
  if (nextStep === 'rebook_visit' && missedAt === null) return say('what_move_visit')
  const key = `what_${nextStep}`
  return say.has(key) ? say(key as 'what_hold_visit', { partner }) : ''
}

/** Whom to reach and how, so that nobody has to look it up before a call. */
function contactOf(row: OfReferral, { standsIn }: SeenToday): string {
  const language =
    row.caregiverLanguage === null || row.caregiverLanguage === 'unknown'
      ? undefined
      : languageIn(row.caregiverLanguage)
  const rule = `rule_${row.contactRule ?? ''}`
  const name = row.caregiverName
  return [
    standsIn.some((each) => each.name === row.navigatorName) ? say('owner', { name: row.navigatorName }) : '',
    say('grade', { grade: row.grade, school: row.schoolName }),
    name === null
      ? ''
      : language === undefined
        ? say('contact_plain', { name })
        : say('contact', { name, language }),
    row.contactHours === null ? '' : say('hours', { hours: row.contactHours }),
    say.has(rule) ? say(rule as 'rule_text_first') : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function ReferralRow({ promise, seen, first }: RowProps<OfReferral>) {
  const { clock, s } = clockOf(seen, promise.dueAt)
  const act =
    promise.nextStep === null ? undefined : doing(promise.nextStep, { ...promise, late: s === 'late' })
  return (
    <PromiseRow
      s={s}
      clock={clock}
      who={<bdi>{promise.studentName}</bdi>}
      href={`/students/${promise.studentId}`}
      tags={promise.highNeed ? <Tag kind="high">{say('high_need')}</Tag> : undefined}
      what={whatOf(promise)}
      detail={contactOf(promise, seen)}
      at={
        <>
          <Mini steps={miniOf(promise.line)} />
          <small>{standsOnLine(promise.line)}</small>
        </>
      }
      act={
        act && (
          <ButtonLink {...(first && { kind: 'go' as const })} {...act}>
            {act.label}
          </ButtonLink>
        )
      }
    />
  )
}

const thingWords = ({ kind, code }: OfThing, signals: Readonly<Record<string, string>>): string => {
  if (kind === 'signal') return say('thing_signal', { signal: (code !== null && signals[code]) || '' })
  if (kind === 'help') return say('thing_help', { kind: help(code as HelpKind) })
  if (kind === 'need') return say('thing_need', { need: need(code as NeedKind) })
  if (kind === 'support_alert') return say('thing_support_alert', { about: about(code as AlertAbout) })
  if (kind === 'team_step') return say('thing_team_step', { what: step(code as StepKind) })
  const key = coded.has(kind) ? `thing_${kind}_${code}` : `thing_${kind}`
  return say.has(key) ? say(key as 'thing_concern') : ''
}

function ThingAct({ promise, shell, first }: Omit<RowProps<OfThing>, 'seen'>) {
  const key = `do_${promise.kind}`
  const label = say.has(key) ? say(key as 'do_concern') : ''
  if (promise.kind === 'signal') {
    return (
      <Form to={`/signals/${promise.id}/taking-up`} shell={shell}>
        <Button {...(first && { kind: 'go' as const })}>{label}</Button>
      </Form>
    )
  }
  return (
    <ButtonLink
      {...(first && { kind: 'go' as const })}
      href={places[promise.kind]?.(promise.aboutId) ?? '/today'}
    >
      {label}
    </ButtonLink>
  )
}

function ThingRow({ promise, seen, shell, first }: RowProps<OfThing>) {
  const timed = promise.dueAt === null ? undefined : clockOf(seen, promise.dueAt)
  return (
    <PromiseRow
      s={timed?.s ?? 'next'}
      {...(timed && { clock: timed.clock })}
      who={<bdi>{promise.studentName ?? say('somebody')}</bdi>}
      {...(promise.studentId !== null &&
        promise.kind !== 'concern' && { href: `/students/${promise.studentId}` })}
      what={thingWords(promise, seen.signals)}
      act={<ThingAct promise={promise} shell={shell} first={first} />}
    />
  )
}

/** What an agency owes. It is answered in the inbox, which a stop notice has no page in. */
function AgencyRow({ promise, seen, first }: RowProps<OfAgency>) {
  const { kind, studentName, aboutId, highNeed, dueAt } = promise
  const { clock, s } = clockOf(seen, dueAt)
  const read = kind === 'alert' ? `/inbox/${aboutId}/alerts` : `/inbox/${aboutId}`
  const href = kind === 'stop' ? '/inbox#stopped' : read
  return (
    <PromiseRow
      s={s}
      clock={clock}
      who={<bdi>{studentName}</bdi>}
      href={href}
      tags={highNeed ? <Tag kind="high">{say('high_need')}</Tag> : undefined}
      what={say(`agency_${kind}`)}
      act={
        <ButtonLink {...(first && { kind: 'go' as const })} href={href}>
          {say(`do_agency_${kind}`)}
        </ButtonLink>
      }
    />
  )
}

/** One promise. The first on the page has the filled button: what to do next. */
export function Row(props: RowProps<Promised>) {
  const { promise } = props
  if (promise.of === 'referral') return <ReferralRow {...props} promise={promise} />
  return promise.of === 'agency' ? (
    <AgencyRow {...props} promise={promise} />
  ) : (
    <ThingRow {...props} promise={promise} />
  )
}
