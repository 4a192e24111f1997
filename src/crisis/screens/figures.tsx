import { screen, type View } from '#access/screen.ts'
import { momentWords } from '#consent/contract.ts'
import { Page, PageHead, Table, Tabs } from '#design/contract.ts'
import { fewest } from '#platform/small-counts.ts'
import { premises, type SchoolFigures } from '../figures.ts'
import { incidentSources } from '../incident.ts'
import { type KnownBy, waysKnown } from '../known-by.ts'
import { lookFigures, type SeenFigures } from '../look-figures.ts'
import { endingKindWords } from './ending-words.ts'
import { figureWords, sourceWords } from './figure-words.ts'
import { knownByWords } from './known-by-words.ts'
import { Medians } from './medians.tsx'

const say = figureWords()
const source = sourceWords()
const kind = endingKindWords()
const known = knownByWords()
const way = (each: KnownBy | 'unsaid') => (each === 'unsaid' ? say('unsaid') : known(each))
type Row = SeenFigures['list'][number]

const InAll = ({ all, withinDays }: { all: NonNullable<SeenFigures['all']>; withinDays: number }) => (
  <ul>
    <li>{say('began', { count: all.began })}</li>
    <li>{say('were_on', { on: all.on, off: all.off, unknown: all.unknown })}</li>
    <li>{say('repeats', { count: all.repeats, days: withinDays })}</li>
  </ul>
)

type Lines = readonly { name: string; count: number }[]
/** One of the lists of how incidents began. It is left out where a line of it could say whom it is about. */
const Beginnings = ({ id, lines }: { id: 'known_by' | 'by_whom'; lines: Lines | undefined }) => (
  <section class="after flow" aria-labelledby={id}>
    <h2 id={id}>{say(id)}</h2>
    {lines === undefined ? (
      <p class="quiet">{say('list_too_few', { fewest })}</p>
    ) : (
      <ul>
        {lines
          .filter(({ count }) => count > 0)
          .map(({ name, count }) => (
            <li>{say('line', { name, count })}</li>
          ))}
      </ul>
    )}
  </section>
)

const HowTheyBegan = ({ data: { all, known, by } }: { data: SeenFigures }) =>
  all === undefined || all.began === 0 ? null : (
    <>
      <Beginnings
        id="known_by"
        lines={
          known && [...waysKnown, 'unsaid' as const].map((each) => ({ name: way(each), count: known[each] }))
        }
      />
      <Beginnings
        id="by_whom"
        lines={by && incidentSources.map((each) => ({ name: source(each), count: by[each] }))}
      />
    </>
  )

/** What ended otherwise than as a crisis of a student of the school: it counts apart. */
const Apart = ({ apart }: { apart: SeenFigures['apart'] }) =>
  apart.length === 0 ? null : (
    <>
      <p>{say('apart')}</p>
      <ul>
        {apart.map(({ ending, count }) => (
          <li>{say('line', { name: kind(ending), count })}</li>
        ))}
      </ul>
    </>
  )

const num = (head: string, cell: (row: SchoolFigures) => number) => ({
  head,
  num: true,
  cell: (row: SchoolFigures) => String(cell(row)),
})

const BySchool = ({ rows }: { rows: SeenFigures['bySchool'] }) => (
  <div class="after">
    <Table
      caption={say('by_school')}
      rows={rows}
      columns={[
        { head: say('school'), cell: ({ schoolName }) => schoolName },
        num(say('head_began'), ({ began }) => began),
        num(say('head_on'), ({ on }) => on),
        num(say('head_repeats'), ({ repeats }) => repeats),
      ]}
    />
  </div>
)

const whereWords = ({ place, onPremises }: Row) => {
  const said = say(onPremises === null ? 'unknown' : onPremises ? 'on' : 'off')
  return place === null ? said : `${place}, ${said}`
}

const List = ({ data }: { data: SeenFigures }) => (
  <div class="after">
    <Table
      caption={say('each')}
      rows={data.list}
      columns={[
        {
          head: say('when'),
          cell: ({ id, startedAt }) => <a href={`/crisis/incidents/${id}`}>{momentWords(startedAt, data)}</a>,
        },
        { head: say('school'), cell: ({ schoolName }) => schoolName },
        { head: say('how_began'), cell: ({ knownBy }) => way(knownBy ?? 'unsaid') },
        { head: say('where'), cell: whereWords },
        {
          head: say('repeat_or_end'),
          cell: ({ repeatsOn, endedAs }) => {
            if (endedAs !== null) return kind(endedAs)
            return repeatsOn === null ? '' : say('repeat_after', { day: repeatsOn })
          },
        },
      ]}
    />
    {data.more > 0 && <p class="quiet">{say('more', { count: data.more })}</p>}
  </div>
)

/** How long students and families waited who asked for help on the page of a school. */
const Help = ({ help }: { help: SeenFigures['help'] }) => (
  <section class="after flow" aria-labelledby="help">
    <h2 id="help">{say('help')}</h2>
    {help === undefined ? (
      <p>{say('too_few', { fewest })}</p>
    ) : (
      <p>
        {say('help_asked', { count: help.asked, waiting: help.waiting })}{' '}
        {help.middleMinutes !== null && say('help_time', { count: help.middleMinutes })}
      </p>
    )}
  </section>
)

const FiguresPage = (data: SeenFigures, view: View) => (
  <Page shell={view.shell}>
    <PageHead
      title={say('title')}
      {...(data.readsEach && { crumb: { href: '/crisis', label: say('back') } })}
    >
      <p>{say('lead', { days: data.days })}</p>
    </PageHead>
    <Tabs
      label={say('filter')}
      tabs={premises.map((each) => ({
        href: each === 'all' ? '/crisis/figures' : `/crisis/figures?premises=${each}`,
        label: say(`tab_${each}`),
        current: each === data.where,
      }))}
    />
    {data.all === undefined ? (
      <p>{say('too_few', { fewest })}</p>
    ) : (
      <InAll all={data.all} withinDays={data.withinDays} />
    )}
    <Apart apart={data.apart} />
    <HowTheyBegan data={data} />
    {data.bySchool.length > 0 && <BySchool rows={data.bySchool} />}
    <Medians {...data.medians} readsEach={data.readsEach} />
    {data.list.length > 0 && <List data={data} />}
    <Help help={data.help} />
  </Page>
)

/** Incidents as figures. */
export const figuresScreen = screen({
  address: '/crisis/figures',
  title: say('title'),
  look: lookFigures,
  page: FiguresPage,
  // Whoever follows incidents is led here from the crisis page.
  nav: {
    section: 'crisis',
    label: say('title'),
    order: 24,
    stands: async ({ actor }) => ['governance', 'district_head'].includes(actor.role),
  },
})
