import { Phone, type Shell, Table } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import type { SharedAbout } from '../sharing-about.ts'
import { itemWords, schoolRoleWords } from '#consent/contract.ts'
import type { ReadOutside } from '../store.ts'
import { sharedWords } from '../words.ts'
import { dayText, momentText } from './family-days.ts'
import { StopWith } from './stop-with.tsx'

/** What every part of the page is given: the facts, and the language they are read in. */
export type Part = {
  data: SharedAbout
  language: Language
  /** On the page of the family itself, where they stop what is shared. */
  shell?: Shell
}

const itemIn = (language: Language) => {
  const say = itemWords(language)
  return (code: string) => (say.has(code) ? say(code) : code)
}

const Items = ({ head, items, language }: { head: string; items: readonly string[]; language: Language }) =>
  items.length === 0 ? null : (
    <>
      <h3>{head}</h3>
      <ul>
        {items.map((code) => (
          <li>{itemIn(language)(code)}</li>
        ))}
      </ul>
    </>
  )

type Row = SharedAbout['shared'][number]

/** How it stands with one agency: what is shared and until when, or since when nothing is. */
const Agency = ({ row, data, language, shell }: Part & { row: Row }) => {
  const say = sharedWords(language)
  return (
    <section class="flow">
      <h3>
        <bdi>{row.office ?? say('office_gone')}</bdi>
      </h3>
      {row.is === 'shared' ? (
        <>
          <Items head={say('to_agency')} items={row.toAgency} language={language} />
          <Items head={say('to_school')} items={row.toSchool} language={language} />
          <p>
            {say('why')} {row.until !== undefined && say('until', { day: dayText(row.until, language) })}
          </p>
          {shell && <StopWith row={row} language={language} shell={shell} />}
        </>
      ) : (
        <p>
          {row.is === 'conflicting'
            ? say('conflicting')
            : say(row.is, { day: momentText(row.since, data.timeZone, language) })}
        </p>
      )}
    </section>
  )
}

export const Now = ({ data, language, shell }: Part) => {
  const say = sharedWords(language)
  return (
    <section class="flow" aria-labelledby="now">
      <h2 id="now">{say('now')}</h2>
      {data.shared.length === 0 && <p>{say('nothing')}</p>}
      {data.shared.map((row) => (
        <Agency row={row} data={data} language={language} {...(shell && { shell })} />
      ))}
      {data.shared.some(({ is }) => is === 'shared') && (
        <p>{say('never', { student: data.student.given })}</p>
      )}
      {shell && data.shared.length > 0 && (
        <p class="screen">
          <a href={`/family/school-hears?lang=${language}`}>{say('school_hears')}</a>
        </p>
      )}
    </section>
  )
}

export const Stop = ({ data, language }: Part) => {
  const say = sharedWords(language)
  return (
    <section class="box flow" aria-labelledby="stop">
      <h2 id="stop">{say('stop')}</h2>
      <p>
        {say('stop_how')} {say('stop_when')}
      </p>
      {data.school?.phone != null && (
        <p class="phone">
          <Phone
            number={data.school.phone}
            label={`${say('call', { school: data.school.name })} ${data.school.phone}`}
          />
        </p>
      )}
      <p>{say('stop_wrong')}</p>
    </section>
  )
}

export const Crossings = ({ data, language }: Part) => {
  const say = sharedWords(language)
  const item = itemIn(language)
  return (
    <section class="flow" aria-labelledby="crossed">
      <h2 id="crossed">{say('crossed')}</h2>
      {data.crossed.length === 0 ? (
        <p>{say('crossed_none')}</p>
      ) : (
        <Table
          caption={<span class="vh">{say('crossed')}</span>}
          rows={data.crossed}
          columns={[
            { head: say('when'), cell: ({ at }) => momentText(at, data.timeZone, language) },
            {
              head: say('who'),
              cell: ({ direction, office }) =>
                say(`way_${direction}`, { office: office ?? say('office_gone') }),
            },
            { head: say('what'), cell: ({ items }) => items.map(item).join('; ') },
          ]}
        />
      )}
      {data.more && <p>{say('crossed_more')}</p>}
    </section>
  )
}

type Times = { role: string; times: number; lastAt: Date }

/** How often and when last, role by role. */
const ByRole = ({ rows, ...part }: Part & { rows: readonly Times[] }) => {
  const role = schoolRoleWords(part.language)
  return (
    <ul>
      {rows.map((row) => (
        <li>
          {role.has(row.role) ? role(row.role) : row.role}: {timesOf(row, part)}
        </li>
      ))}
    </ul>
  )
}

const timesOf = ({ times: count, lastAt }: Omit<Times, 'role'>, { data, language }: Part) => {
  const say = sharedWords(language)
  const day = momentText(lastAt, data.timeZone, language)
  return count === 1 ? say('once', { day }) : say('times', { count, day })
}

/** Opened, met in a list, taken in by a machine: told apart, for they are not the same to a family. */
function outsideOf(read: ReadOutside, part: Part): string {
  const { times, lastAt, inLists, listedAt, byMachine, machineAt } = read
  const say = sharedWords(part.language)
  const day = (at: Date) => momentText(at, part.data.timeZone, part.language)
  return [
    lastAt === null ? '' : timesOf({ times, lastAt }, part),
    listedAt === null ? '' : say('in_lists', { count: inLists, day: day(listedAt) }),
    machineAt === null ? '' : say('by_machine', { count: byMachine, day: day(machineAt) }),
  ]
    .filter(Boolean)
    .join('; ')
}

export const WhoSaw = (part: Part) => {
  const { data, language } = part
  const say = sharedWords(language)
  return (
    <section class="flow" aria-labelledby="saw">
      <h2 id="saw">{say('saw')}</h2>
      <h3>{say('outside')}</h3>
      {data.outside.length === 0 ? (
        <p>{say('outside_none')}</p>
      ) : (
        <ul>
          {data.outside.map((row) => (
            <li>
              <bdi>{row.office ?? say('office_gone')}</bdi>: {outsideOf(row, part)}
            </li>
          ))}
        </ul>
      )}
      <h3>{say('at_school')}</h3>
      <p>{say(data.atSchool.length === 0 ? 'at_school_none' : 'at_school_note')}</p>
      {data.atSchool.length > 0 && <ByRole {...part} rows={data.atSchool} />}
      {data.taken.length > 0 && (
        <>
          <p>{say('taken_note', { student: data.student.given })}</p>
          <ByRole {...part} rows={data.taken} />
        </>
      )}
    </section>
  )
}
