import { consentWords } from '#consent/contract.ts'
import { State, Table } from '#design/contract.ts'
import type { FullStudent, SeenStudent } from '../look-student.ts'
import { type Share, shareOf } from '../shares.ts'
import { type Instants, instantsOf } from './instants.ts'
import { studentWords } from './student-words.ts'

const say = studentWords()
const sayConsent = consentWords()

const marks = { in_force: 'done', declined: 'end', withdrawn: 'end', ended: 'end', not_asked: 'due' } as const

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
          rows={full.shares}
          columns={[
            { head: say('may'), cell: ({ scope }) => sayConsent(`scope.${scope}`, { partner }) },
            { head: say('answer'), fit: true, cell: (share) => <Answer share={share} /> },
            { head: say('until_head'), fit: true, cell: (share) => untilOf(share, at) },
          ]}
        />
      )}
      {seen.active !== undefined && (
        <p class="row">
          <a class="btn" href={`/referrals/${seen.active.id}/consents`}>
            {say('change_mind')}
          </a>
        </p>
      )}
    </section>
  )
}

const NotShared = () => <State s="hidden">{say('not_shared')}</State>

/** Item by item: what the agency has, and what comes back to the school. */
function rowsOf(seen: SeenStudent, full: FullStudent) {
  const shares = (scope: 'referral_disclosure' | 'status_feedback' | 'safety_signals' | 'participation') =>
    shareOf(full.shares, scope)?.is === 'in_force'
  const sent = seen.active !== undefined && seen.active.sentAt !== null
  return [
    { item: say('row_identity'), agency: sent ? say('yes') : say('no'), school: say('yes') },
    { item: say('row_reason'), agency: sent ? say('yes') : say('no'), school: say('yes') },
    {
      item: say('row_status'),
      agency: say('yes'),
      school: shares('status_feedback') ? say('yes') : <NotShared />,
    },
    {
      item: say('row_safety'),
      agency: say('yes'),
      school: shares('safety_signals') ? say('lead_only') : <NotShared />,
    },
    {
      item: say('row_visits'),
      agency: say('yes'),
      school: shares('participation') ? say('yes') : <NotShared />,
    },
    { item: say('row_record'), agency: say('never'), school: say('school_rules') },
    { item: say('row_notes'), agency: say('clinic_only'), school: say('never') },
  ]
}

/** Who sees what, item by item: what the family allowed, and what is never shared whatever it allowed. */
export function WhoSees({ seen, full }: { seen: SeenStudent; full: FullStudent }) {
  const rows = rowsOf(seen, full)
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
      <p>
        <a href={`/students/${seen.student.id}/readers`}>{say('readers')}</a>
      </p>
    </section>
  )
}
