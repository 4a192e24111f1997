import { screen, type View } from '#access/screen.ts'
import { fewest } from '#platform/small-counts.ts'
import { Empty, Page, PageHead, Table } from '#design/contract.ts'
import { attributionWords, endingWords } from '../closing-words.ts'
import type { FunnelStep } from '../funnel.ts'
import { lookFunnel, type SeenFunnel } from '../look-funnel.ts'
import { mayTrack } from '../policy.ts'
import { DeclinedTable, Needs, Part, VolumeTable } from './funnel-parts.tsx'
import { funnelStepWords, funnelWords } from './funnel-words.ts'
import { trackerWords } from './tracker-words.ts'

const say = funnelWords()
const stepWord = funnelStepWords()
const tracker = trackerWords()
type Sayer = { (key: string): string; has(key: string): boolean }
const sayers = [attributionWords(), endingWords(), say] as unknown as readonly Sayer[]

/** How a way ended, in words; a code of the district’s own list stands as it is. */
const reasonOf = (reason: string | null): string => {
  if (reason === null) return say('ended')
  return sayers.find((each) => each.has(reason))?.(reason) ?? reason
}

const Steps = ({ steps }: { steps: readonly FunnelStep[] }) =>
  steps[0]?.reached === 0 ? (
    <Empty fact={say('none')} />
  ) : (
    <Table
      caption={say('caption')}
      rows={steps}
      columns={[
        { head: say('step'), cell: ({ step }) => stepWord(step) },
        { head: say('reached'), cell: ({ reached }) => String(reached), num: true },
        { head: say('outside'), cell: ({ outside }) => String(outside), num: true },
        { head: say('lost'), cell: ({ lost }) => String(lost), num: true },
        { head: say('under_way'), cell: ({ underWay }) => String(underWay), num: true },
        {
          head: say('reasons'),
          cell: ({ reasons }) =>
            reasons.map(({ reason, count }) => say('reason', { reason: reasonOf(reason), count })).join(', '),
        },
      ]}
    />
  )

const HeldBack = () => <p>{say('held_back', { fewest })}</p>

const FunnelPage = (seen: SeenFunnel, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('title')}
      {...(seen.mayTrack && { crumb: { href: '/referrals', label: tracker('title') } })}
    >
      <p>{say('lead', { days: seen.days })}</p>
    </PageHead>
    {seen.steps === undefined ? <HeldBack /> : <Steps steps={seen.steps} />}
    <Part name="volume">
      {seen.volume === undefined ? <HeldBack /> : <VolumeTable volume={seen.volume} />}
    </Part>
    <Part name="needs">{seen.needs === undefined ? <HeldBack /> : <Needs needs={seen.needs} />}</Part>
    <Part name="declined">
      {seen.declined === undefined ? <HeldBack /> : <DeclinedTable declined={seen.declined} />}
    </Part>
  </Page>
)

/** How far what was referred came, and where it was lost. */
export const funnelScreen = screen({
  address: '/funnel',
  title: say('title'),
  look: lookFunnel,
  page: FunnelPage,
  // Whoever follows referrals is led here from the list of them.
  nav: {
    section: 'figures',
    label: say('title'),
    order: 31,
    stands: async ({ actor }) => !mayTrack(actor.role),
  },
})
