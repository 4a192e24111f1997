import { screen, type View } from '#access/screen.ts'
import { Banner, ErrorSummary, Page, PageHead } from '#design/contract.ts'
import { handoffPage, type HandoffData } from '../handoff-page.ts'
import type { PartProgress } from '../progress.ts'
import type { Part } from '../rules.ts'
import { CallBar } from './call-bar.tsx'
import { Conversation, conversationNote } from './conversation.tsx'
import { Finish } from './finish.tsx'
import { Logistics } from './logistics.tsx'
import { PacketAside } from './packet-aside.tsx'
import { at, type PartProps, say, Step } from './part.tsx'
import { Plan } from './plan.tsx'
import { askedOf, progress, ProgressLine } from './progress-line.tsx'
import { Questions } from './questions.tsx'
import { Receipt } from './receipt.tsx'
import { reasonsSaid } from './rules-said.ts'
import { Send } from './send.tsx'
import { Visit } from './visit.tsx'
import { visitNote } from './visit-note.ts'

const bodies: Record<Part, (props: PartProps) => unknown> = {
  conversation: Conversation,
  consent: Questions,
  send: Send,
  receipt: Receipt,
  visit: Visit,
  logistics: Logistics,
  plan: Plan,
}

/** How the questions are asked, and once they are, how many were. */
const consentNote = (data: HandoffData): string => {
  const [asked, of] = [askedOf(data), data.questions.length]
  return of > 0 && asked === of ? say('now_asked', { count: asked, of }) : say('consent_note')
}

const notes: Record<Part, (data: HandoffData) => string> = {
  conversation: conversationNote,
  consent: consentNote,
  send: ({ sending }) => {
    const route = sending.sentThrough ?? sending.partner?.routeAddress ?? null
    return route === null ? '' : say('send_note', { route })
  },
  receipt: (data) =>
    data.sending.partner === null ? '' : say('receipt_note', { name: data.sending.partner.contactName }),
  visit: visitNote,
  logistics: () => say('logistics_note'),
  plan: () => say('plan_note'),
}

/** The part each form of the page stands in, where it is not called after it. */
const standsIn: Readonly<Record<string, Part>> = {
  partner: 'conversation',
  points: 'conversation',
  question: 'consent',
  support: 'consent',
}

const wasTyped = (part: Part, { typed }: View): boolean => {
  const form = String(typed['part'] ?? '')
  return (standsIn[form] ?? form) === part
}

/** Long once it is done, and said in a line: folded then, so that what is asked next is near the top. */
const foldsWhenDone: ReadonlySet<Part> = new Set(['conversation', 'consent'])

/**
 * Parts that are open: what is being worked on, what is said in a line, sending, the question asked again,
 * and the part a form came back from.
 */
const isOpen = ({ part, s }: PartProgress, data: HandoffData, view: View): boolean =>
  (s === 'done' && !foldsWhenDone.has(part)) ||
  s === 'now' ||
  s === 'end' ||
  part === 'send' ||
  wasTyped(part, view) ||
  (part === 'consent' && (s !== 'done' || data.asking !== null)) ||
  (part === 'visit' && view.query['offer'] !== undefined) ||
  (data.referral.sentAt !== null && s === 'next' && part === 'visit')

/** The seven parts and the finish, in the order of the call. */
const Parts = ({ data, view, steps }: PartProps & { steps: readonly PartProgress[] }) => (
  <div class="wiz-main">
    {steps.map((step, i) => {
      const Body = bodies[step.part] as (props: PartProps) => ReturnType<typeof Conversation>
      const note = notes[step.part](data)
      const open = isOpen(step, data, view)
      return (
        <Step
          part={step.part}
          number={i + 1}
          open={open}
          done={step.s === 'done'}
          {...(note !== '' && { note })}
        >
          <Body data={data} view={view} />
        </Step>
      )
    })}
    <Finish data={data} view={view} />
  </div>
)

function Head({ data }: { data: HandoffData }) {
  const { student, schoolName, sending, referral, decidedByName } = data
  const decidedAt = at(data, referral.referredAt)
  const about = { student: student.name, grade: student.grade, school: schoolName, at: decidedAt }
  const partner = sending.partner?.shortName
  return (
    <PageHead
      title={partner === undefined ? say('title_open') : say('title_to', { partner })}
      crumb={{ href: `/referrals/${referral.id}`, label: <bdi>{student.name}</bdi> }}
    >
      <p>
        {decidedByName === null
          ? say('about_nobody', about)
          : say('about', { ...about, decider: decidedByName })}
      </p>
      {!data.mayWork && <p class="quiet">{say('read_only', { navigator: data.navigatorName })}</p>}
    </PageHead>
  )
}

function HandoffPage(data: HandoffData, view: View) {
  const steps = progress(data)
  return (
    <Page shell={view.shell}>
      <Head data={data} />
      <ErrorSummary errors={reasonsSaid(data, view)} />
      {data.minorConsented && (
        <Banner kind="here">
          <p>{say('minor_consented')}</p>
        </Banner>
      )}
      <CallBar data={data} />
      <div class="wizard">
        <ProgressLine data={data} steps={steps} />
        <Parts data={data} view={view} steps={steps} />
        <PacketAside data={data} />
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
