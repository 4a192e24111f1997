import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Empty, Events, Page, PageHead } from '#design/contract.ts'
import { lookTiers, type SeenTiers } from '../look-tiers.ts'
import { tierHistoryWords } from './tier-words.ts'

const say = tierHistoryWords()
type Move = SeenTiers['moves'][number]

const whatOf = ({ fromTier, toTier }: Move) =>
  fromTier === null ? say('entered', { to: toTier }) : say('moved', { from: fromTier, to: toTier })

const detailOf = ({ exit, entry, by }: Move) =>
  [
    ...(exit === null ? [] : [say('out', { criterion: exit })]),
    ...(entry === null ? [] : [say('in', { criterion: entry })]),
    say('by', { name: by }),
  ].join(' ')

const TiersPage = (data: SeenTiers, view: View) => {
  const [newest] = data.moves
  return (
    <Page shell={view.shell}>
      <PageHead
        title={say('title')}
        crumb={{ href: `/students/${data.student.id}`, label: data.student.name }}
      >
        {newest !== undefined && (
          <p>{say('now', { tier: newest.toTier, at: momentWords(newest.movedAt, data) })}</p>
        )}
      </PageHead>
      {newest === undefined ? (
        <Empty fact={say('none')} note={say('none_note')} />
      ) : (
        <Events
          events={data.moves.map((move) => ({
            s: 'done' as const,
            time: momentWords(move.movedAt, data),
            at: move.movedAt,
            what: whatOf(move),
            detail: detailOf(move),
          }))}
        />
      )}
    </Page>
  )
}

/** How a student moved between tiers, the latest move first. */
export const tierHistoryScreen = screen({
  address: '/students/:studentId/tiers',
  title: say('title'),
  look: lookTiers,
  page: TiersPage,
})
