import { screen, type View } from '#access/screen.ts'
import { Empty, PageHead, PartnerPage } from '#design/contract.ts'
import { dayWords } from '#district/contract.ts'
import { lookOwnTeams, type SeenOwnTeams } from '../look-own-teams.ts'
import { teamWords } from '../screen-words.ts'
import { outcomeNames, roleNames, stepNames } from '../words.ts'

const say = teamWords()
const role = roleNames()
const step = stepNames()
const outcome = outcomeNames()

type Team = SeenOwnTeams['teams'][number]

const lineOf = ({ what, dueOn, outcome: came }: Team['own'][number], today: string) =>
  came === null
    ? say('line', { what: step(what), day: dayWords(dueOn, today) })
    : say('line_ended', { what: step(what), outcome: outcome(came) })

const Others = ({ team, today }: { team: Team; today: string }) => (
  <ul class="flow">
    {team.others.map(({ role: does, agency, steps }) => (
      <li>
        <b>{agency ?? role(does)}</b>:{' '}
        {steps.length === 0 ? say('no_step') : steps.map((each) => lineOf(each, today)).join('. ')}
      </li>
    ))}
  </ul>
)

const OwnTeamsPage = (data: SeenOwnTeams, { shell }: View) => (
  <PartnerPage shell={shell}>
    <PageHead title={say('own')}>
      <p>{say('own_lead')}</p>
    </PageHead>
    {data.teams.length === 0 && <Empty fact={say('own_none')} note={say('own_none_note')} />}
    {data.teams.map((team) => (
      <section class="after flow" aria-labelledby={`team-${team.id}`}>
        <h2 id={`team-${team.id}`}>
          <bdi>{team.name}</bdi>
        </h2>
        <p>
          <a href={`/inbox/${team.referralId}`}>{say('number', { number: team.number })}</a>
        </p>
        <h3>{say('your_part')}</h3>
        {team.own.length === 0 ? (
          <p>{say('nothing_yours')}</p>
        ) : (
          <ul class="flow">
            {team.own.map((each) => (
              <li>{lineOf(each, data.today)}</li>
            ))}
          </ul>
        )}
        <h3>{say('others')}</h3>
        <Others team={team} today={data.today} />
      </section>
    ))}
  </PartnerPage>
)

/** The teams an agency is on. */
export const ownTeamsScreen = screen({
  address: '/teams',
  title: say('own'),
  look: lookOwnTeams,
  page: OwnTeamsPage,
  nav: { section: 'work', label: say('own'), order: 5 },
})
