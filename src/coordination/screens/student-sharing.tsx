import { consentWords, type Item } from '#consent/contract.ts'
import { State, Table } from '#design/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import { type Share, shareOf } from '../shares.ts'
import type { Back, BackScope } from '../sharing.ts'
import { type Instants, instantsOf } from './instants.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayConsent = consentWords()

const marks = {
  in_force: 'done',
  declined: 'end',
  withdrawn: 'end',
  ended: 'end',
  incomplete: 'due',
  conflicting: 'due',
  not_asked: 'due',
} as const

const Answer = ({ share: { standing } }: { share: Share }) => (
  <State s={marks[standing.is]}>
    {standing.is === 'not_asked' ? say('not_asked') : sayConsent(`standing.${standing.is}`)}
  </State>
)

const untilOf = ({ standing }: Share, at: Instants): string => {
  if (standing.is === 'not_asked') return ''
  if (standing.is === 'in_force') return at.day(standing.consent.endsOn)
  return say(standing.is === 'declined' ? 'asked_on' : 'since', { day: at.day(standing.since) })
}

/** Which questions the family answered, how, and until when that holds [R146]. */
export function Consents({ seen, full }: { seen: SeenStudent; full: FullStudent }) {
  const at = instantsOf(seen)
  const partner = seen.active?.partnerShortName ?? ''
  return (
    <section id="consents" aria-labelledby="co">
      <h2 id="co">{say('consents')}</h2>
      {full.shares.length === 0 ? (
        <p class="quiet">{say('no_partner_yet')}</p>
      ) : (
        <Table
          caption={<span class="vh">{say('consents')}</span>}
          narrow="pairs"
          rows={[...full.shares, ...full.care]}
          columns={[
            { head: say('may'), cell: ({ scope }) => sayConsent(`scope.${scope}`, { partner }) },
            { head: say('answer'), fit: true, cell: (share) => <Answer share={share} /> },
            { head: say('until_head'), fit: true, cell: (share) => untilOf(share, at) },
          ]}
        />
      )}
      {seen.active !== undefined && seen.here && (
        <p class="row">
          <a class="btn" href={`/referrals/${seen.active.id}/consents`}>
            {say('change_mind')}
          </a>
        </p>
      )}
    </section>
  )
}

/** Whether the school is told: what was told before stays known, and nothing new comes. */
const Told = ({ back, yes, at }: { back: Back; yes: string; at: Instants }) =>
  back.told ? (
    yes
  ) : (
    <State s="hidden">
      {back.since === null ? say('not_shared') : say('not_shared_since', { day: at.day(back.since) })}
    </State>
  )

/** What of these items the agency was sent: the family or the agreement may have left some out. */
function sentOf({ sharing: { sent } }: FullStudent, items: readonly Item[], at: Instants): string {
  const there = items.filter((item) => sent?.items.includes(item))
  if (sent === undefined || there.length === 0) return say('no')
  const day = at.day(sent.at)
  return there.length === items.length
    ? say('sent_on', { day })
    : say('sent_part', { day, items: there.map((item) => sayConsent(`item.${item}`)).join(', ') })
}

/** Item by item: what the agency has, and what comes back to the school. */
function rowsOf(full: FullStudent, at: Instants) {
  const { sent, back } = full.sharing
  const agency = say(sent === undefined ? 'no' : 'yes')
  const told = (scope: BackScope, yes = say('yes')) => <Told back={back[scope]} yes={yes} at={at} />
  const school = say('yes')
  return [
    { item: say('row_identity'), agency: sentOf(full, ['identity', 'caregiver_contact'], at), school },
    { item: say('row_reason'), agency: sentOf(full, ['reason', 'urgency'], at), school },
    {
      item: sayConsent('item.academic_observations'),
      agency: sentOf(full, ['academic_observations'], at),
      school,
    },
    { item: say('row_status'), agency, school: told('status_feedback') },
    { item: say('row_safety'), agency, school: told('safety_signals', say('lead_only')) },
    {
      item: say('row_alerts'),
      agency: say(shareOf(full.shares, 'school_alerts')?.is === 'in_force' ? 'yes' : 'no'),
      school: told('agency_alerts'),
    },
    { item: say('row_visits'), agency, school: told('participation') },
    { item: say('row_record'), agency: say('never'), school: say('school_rules') },
    { item: say('row_notes'), agency: say('clinic_only'), school: say('never') },
  ]
}

/** Who sees what, item by item: what the family allowed, and what is never shared whatever it allowed. */
export function WhoSees({ seen, full }: { seen: SeenStudent; full: FullStudent }) {
  const rows = rowsOf(full, instantsOf(seen))
  return (
    <section id="sees" aria-labelledby="se">
      <h2 id="se">{say('who_sees')}</h2>
      <Table
        caption={<span class="vh">{say('who_sees')}</span>}
        narrow="pairs"
        rows={rows}
        columns={[
          { head: say('item'), cell: ({ item }) => item },
          { head: say('agency'), fit: true, cell: ({ agency }) => agency },
          { head: say('school_team'), short: say('school_short'), fit: true, cell: ({ school }) => school },
        ]}
      />
      <p class="row">
        <a href={`/students/${seen.student.id}/readers`}>{say('readers')}</a>
        <a href={`/students/${seen.student.id}/explanation`}>{say('explanation')}</a>
        {full.mayAccount && (
          <a href={`/students/${seen.student.id}/accounting?whole=yes&to=caregiver`}>{say('accounting')}</a>
        )}
      </p>
    </section>
  )
}
