import { screen, type View } from '#access/screen.ts'
import { consentWords } from '#consent/contract.ts'
import { ErrorSummary, Late, Line, Mark, Mini, Page, PageHead, type MarkState, type Step as LineStep } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { LeftOutList, PacketList } from '#referrals/contract.ts'
import { handoffPage, type HandoffData } from '../handoff-page.ts'
import { type PartProgress, progressOf } from '../progress.ts'
import type { Part } from '../rules.ts'
import { Conversation, conversationNote } from './conversation.tsx'
import { Finish } from './finish.tsx'
import { Logistics } from './logistics.tsx'
import { at, type PartProps, say, Step } from './part.tsx'
import { Plan } from './plan.tsx'
import { Questions } from './questions.tsx'
import { Receipt } from './receipt.tsx'
import { Send } from './send.tsx'
import { Visit } from './visit.tsx'
import { visitNote } from './visit-note.ts'

const relation = consentWords()

const askedOf = (data: HandoffData) => data.questions.filter(({ is }) => is !== 'not_asked').length

const progress = (data: HandoffData): PartProgress[] =>
  progressOf({
    handoff: data.handoff,
    missing: data.missing,
    sentAt: data.referral.sentAt,
    receivedAt: data.referral.receivedAt,
    bookedAt: data.visits.first?.bookedAt ?? null,
    askedAt: data.questions.reduce<Date | null>((last, { since }) => (since !== null && (last === null || since > last) ? since : last), null),
  })

const noteOn = (data: HandoffData, { part, s, doneAt }: PartProgress): string | undefined => {
  if (s === 'done') return doneAt === null ? undefined : at(data, doneAt)
  if (part === 'consent' && data.sending.partner !== null) return say('now_asked', { count: askedOf(data), of: data.questions.length })
  if (part === 'send' && data.sending.obstacles.length > 0) return say('blocked')
  return undefined
}

/** Seven parts down the side: where the call is, and what is still ahead. */
function Progress({ data, steps }: { data: HandoffData; steps: readonly PartProgress[] }) {
  const current = steps.findIndex(({ s }) => s === 'now')
  const done = steps.filter(({ s }) => s === 'done').length
  const next = steps[current + 1]
  const line = steps.map((step): LineStep => {
    const note = noteOn(data, step)
    return { s: step.s as MarkState, name: say(`part.${step.part}`), href: `#${step.part}`, ...(note !== undefined && { notes: [note] }) }
  })
  return (
    <div class="wiz-line">
      <h2 class="vh">{say('progress')}</h2>
      <p class="wiz-small">
        <b>{current < 0 ? say('all_done') : say('step_of', { at: current + 1, name: say(`part.${steps[current]?.part ?? 'plan'}`) })}</b>{' '}
        {next !== undefined && current >= 0 && <span class="quiet">{say('step_next', { name: say(`part.${next.part}`) })}</span>}
        <br />
        <Mini steps={steps.map(({ s, part }) => ({ s, name: say(`part.${part}`) }))} label={say('small_line', { done, open: 7 - done })} />
      </p>
      <Line steps={line} />
    </div>
  )
}

/** Who is on the line, and the same-day clock: always in sight. */
function CallBar({ data }: { data: HandoffData }) {
  const { handoff, caregivers, clock } = data
  const who = caregivers.find(({ id }) => id === handoff.caregiverId)
  const first = caregivers[0]
  const related = (code: string) => (relation.has(`relationship.${code}`) ? relation(`relationship.${code}` as 'relationship.mother') : code)
  const late = handoff.state === 'open' && data.now > clock.sameDay.lateAt
  return (
    <div class="call">
      <p>
        <Mark s={who === undefined ? 'due' : 'now'} />
        {who === undefined ? (
          <b>{first === undefined ? say('nobody_yet') : say('phone_first', { name: first.name, relationship: related(first.relationship) })}</b>
        ) : (
          <b>{say('talking_with', { name: who.name, relationship: related(who.relationship), language: languageName(handoff.conversationLanguage ?? who.language) })}</b>
        )}{' '}
        {first?.phone != null && who === undefined && <a href={`tel:${first.phone.replaceAll(/[^\d+]/g, '')}`}><bdi>{first.phone}</bdi></a>}{' '}
        {handoff.interpreter !== null && say('talking_interpreter', { interpreter: handoff.interpreter })}{' '}
        <a href={`/referrals/${data.referral.id}/contacts`}>{say('contact_log')}</a>
      </p>
      {handoff.state === 'open' && (
        <p>
          <b>{late ? <Late>{clock.headline}</Late> : clock.headline}</b> {clock.detail} <span class="quiet">{say('same_day')}</span>
        </p>
      )}
    </div>
  )
}

function Packet({ data }: { data: HandoffData }) {
  const { sending, referral } = data
  const partner = sending.partner?.shortName
  const heading =
    partner === undefined ? say('packet_heading_open') : say(referral.sentAt === null ? 'packet_heading' : 'packet_sent', { partner })
  const nothing = Object.keys(sending.preview.content).length === 0
  return (
    <aside class="packet" aria-labelledby="packet-h">
      <div class="sec-head">
        <h2 id="packet-h">{heading}</h2>
      </div>
      {partner === undefined ? (
        <p class="quiet">{say('picker_first')}</p>
      ) : (
        <>
          <p class="quiet">{nothing ? say('packet_none') : say('packet_note')}</p>
          <PacketList content={data.sentPacket ?? sending.preview.content} />
          {!nothing && (
            <>
              <h3>{say('left_out')}</h3>
              <LeftOutList left={sending.preview.leftOut} />
            </>
          )}
        </>
      )}
    </aside>
  )
}

const bodies: Record<Part, (props: PartProps) => unknown> = {
  conversation: Conversation,
  consent: Questions,
  send: Send,
  receipt: Receipt,
  visit: Visit,
  logistics: Logistics,
  plan: Plan,
}

const notes: Record<Part, (data: HandoffData) => string> = {
  conversation: conversationNote,
  consent: () => say('consent_note'),
  send: (data) => (data.sending.partner?.routeAddress == null ? '' : say('send_note', { route: data.sending.partner.routeAddress })),
  receipt: (data) => (data.sending.partner === null ? '' : say('receipt_note', { name: data.sending.partner.contactName })),
  visit: visitNote,
  logistics: () => say('logistics_note'),
  plan: () => say('plan_note'),
}

/** Parts that are open: what is done, what is being worked on, sending, and the part a form came back from. */
const isOpen = ({ part, s }: PartProgress, data: HandoffData, view: View): boolean =>
  s === 'done' || s === 'now' || part === 'send' || view.typed['part'] === part || part === 'consent' || (part === 'visit' && view.query['offer'] !== undefined) ||
  (data.referral.sentAt !== null && s === 'next' && part === 'visit')

function HandoffPage(data: HandoffData, view: View) {
  const { student, schoolName, sending, referral } = data
  const steps = progress(data)
  const decided = { student: student.name, grade: student.grade, school: schoolName, at: at(data, referral.referredAt) }
  return (
    <Page shell={view.shell}>
      <PageHead
        title={sending.partner === null ? say('title_open') : say('title_to', { partner: sending.partner.shortName })}
        crumb={{ href: `/referrals/${referral.id}`, label: <bdi>{student.name}</bdi> }}
      >
        <p>{data.decidedByName === null ? say('about_nobody', decided) : say('about', { ...decided, decider: data.decidedByName })}</p>
        {!data.mayWork && <p class="quiet">{say('read_only', { navigator: data.navigatorName })}</p>}
      </PageHead>
      <ErrorSummary errors={view.problem?.because ?? []} />
      <CallBar data={data} />
      <div class="wizard">
        <Progress data={data} steps={steps} />
        <div class="wiz-main">
          {steps.map((step, i) => {
            const Body = bodies[step.part] as (props: PartProps) => ReturnType<typeof Conversation>
            const note = notes[step.part](data)
            return (
              <Step part={step.part} number={i + 1} state={{ ...step, note: null }} open={isOpen(step, data, view)} {...(note !== '' && { note })}>
                <Body data={data} view={view} />
              </Step>
            )
          })}
          <Finish data={data} view={view} />
        </div>
        <Packet data={data} />
      </div>
    </Page>
  )
}

export const handoffScreen = screen({
  address: '/referrals/:referralId/handoff',
  title: say('title'),
  look: handoffPage,
  page: HandoffPage,
})
