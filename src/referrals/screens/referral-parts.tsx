import { ConsentTable, momentWords } from '#consent/contract.ts'
import { Empty, type Event, Events, MarkedList } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import type { ReferralData } from '../referral-page.ts'
import { navigatorScreenWords } from '../screen-words-navigator.ts'
import { sourceWords, statusWords } from '../words.ts'

const say = navigatorScreenWords()
const status = statusWords()
const source = sourceWords()

type Full = NonNullable<ReferralData['full']>
type Props = { data: ReferralData; full: Full }

export const Consents = ({ data, full }: Props) => (
  <section id="consents" aria-labelledby="consents-h">
    <h2 id="consents-h">{say('consents')}</h2>
    {full.shelf.length === 0 ? (
      <p>{say('consents_none')}</p>
    ) : (
      <ConsentTable
        rows={full.shelf}
        partner={data.names.partnerShortName ?? ''}
        reading={data}
        mayEnd={data.mayWork}
      />
    )}
    <p>
      <a href={`/referrals/${data.referral.id}/consents`}>{say('consents_all')}</a>
    </p>
  </section>
)

export const PacketLink = ({ data, full }: Props) => (
  <section id="packet" aria-labelledby="packet-h">
    <h2 id="packet-h">{say('packet')}</h2>
    {full.packet === null ? (
      <p>{say('packet_none')}</p>
    ) : (
      <p>
        {say('packet_sent', { at: momentWords(full.packet.sentAt, data), name: full.packet.sentByName })}{' '}
        <a href={`/referrals/${data.referral.id}/packet`}>{say('packet_see')}</a>{' '}
        <a href={`/referrals/${data.referral.id}/agency-links`}>{say('agency_links')}</a>
      </p>
    )}
  </section>
)

/** What the agency, the school or the family said, with when it happened and when it was entered. */
export function Statuses({ data }: { data: ReferralData }) {
  const notShared = data.chain.at(-1)?.notShared === true
  const events = data.statuses.toReversed().map(
    (row): Event => ({
      s: row.status === 'disengaged' || row.status === 'not_accepted' ? 'end' : 'done',
      time: momentWords(row.happenedAt, data),
      at: row.happenedAt,
      what: status(row.status),
      detail: [
        say('status_detail', {
          source: source(row.source),
          name: row.enteredByName,
          at: momentWords(row.enteredAt, data),
        }),
        row.reason === null
          ? ''
          : say('status_reason', {
              reason: (data.words.declineLabels[row.reason] ?? row.reason).toLowerCase(),
            }),
      ].join(' '),
    }),
  )
  return (
    <section id="statuses" aria-labelledby="statuses-h">
      <h2 id="statuses-h">{say('statuses')}</h2>
      {notShared && <MarkedList items={[{ s: 'hidden', text: say('not_shared') }]} />}
      {events.length === 0 ? <Empty fact={say('status_none')} /> : <Events events={events} />}
    </section>
  )
}

/** Practical help: how much of it is owed, and whether the forms are complete. */
const Help = ({ data, help }: { data: ReferralData; help: NonNullable<Full['help']> }) => (
  <>
    <p id="help">
      {help.formsDoneOn !== null && (
        <>{say('help_forms', { day: dayWords(help.formsDoneOn, data.today) })} </>
      )}
      <a href={`/referrals/${data.referral.id}/practical-help`}>
        {help.open === 0 ? say('help_none') : say('help_open', { count: help.open })}
      </a>
    </p>
    <p>
      <a href={`/referrals/${data.referral.id}/outside`}>{say('outside')}</a>
    </p>
  </>
)

export const Barriers = ({ data, full }: Props) => (
  <section id="barriers" aria-labelledby="barriers-h">
    <h2 id="barriers-h">{say('barriers')}</h2>
    {full.barriers.length === 0 ? (
      <p>{say('barriers_none')}</p>
    ) : (
      <MarkedList
        items={full.barriers.map(({ id, category, openedAt, resolvedAt }) => {
          const name = data.words.barrierLabels[category] ?? category
          const said =
            resolvedAt === null
              ? say('barrier_open', { name, at: momentWords(openedAt, data) })
              : say('barrier_resolved', { name, at: momentWords(resolvedAt, data) })
          const open = resolvedAt === null && data.mayWork
          return {
            s: resolvedAt === null ? ('due' as const) : ('done' as const),
            text: (
              <>
                {said}{' '}
                <a href={`/referrals/${data.referral.id}/barriers/${id}`}>
                  {say(open ? 'barrier_clear' : 'barrier_read')}
                </a>
              </>
            ),
          }
        })}
      />
    )}
    {full.help !== null && <Help data={data} help={full.help} />}
  </section>
)
