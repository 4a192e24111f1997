import type { View } from '#access/screen.ts'
import { FamilyPage, Table } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { familyAccountingWords, familyPurposeWords } from '../accounting-family-words.ts'
import type { Crossed } from '../accounting-store.ts'
import { itemWords, schoolRoleWords } from '../family-words.ts'
import type { Accounting } from '../look-accounting.ts'
import { paperLanguages } from '../look-accounting.ts'
import { momentWords } from '../moment.ts'
import type { Read } from '../readings-store.ts'

type Part = { data: Accounting; language: Language }

/** Everything the paper says, in one language: words, codes, roles and moments. */
function speaking({ data, language }: Part) {
  const say = familyAccountingWords(language)
  const sayItem = itemWords(language)
  const sayRole = schoolRoleWords(language)
  const coded = (kind: string, code: string) => {
    const key = `${kind}.${code}`
    return say.has(key) ? say(key as 'method.paper') : code
  }
  return {
    say,
    coded,
    item: (code: string) => (sayItem.has(code) ? sayItem(code) : code),
    role: (code: string) => (sayRole.has(code) ? sayRole(code) : code),
    purpose: familyPurposeWords(language),
    // Paper is kept for years and read on another day: each day with its year there.
    at: (moment: Date) => momentWords(moment, { timeZone: data.timeZone, now: new Date(0), language }),
  }
}
type Speaking = ReturnType<typeof speaking>

const wayOf = (crossed: Crossed, { say }: Speaking): string =>
  crossed.basis === 'consent'
    ? say(crossed.direction, { partner: crossed.partnerName })
    : say('to_other', { office: crossed.recipientOffice })

function basisOf(crossed: Crossed, { say, coded, at }: Speaking): string {
  if (crossed.basis === 'mandated_report') return say('report', { name: crossed.recipientName })
  if (crossed.basis !== 'consent')
    return say('emergency', { threat: crossed.threat ?? '', name: crossed.recipientName })
  return say('consent', {
    name: crossed.grantorName,
    relationship: coded('relationship', crossed.relationship),
    method: coded('method', crossed.method),
    at: at(crossed.givenAt),
    version: crossed.wordingVersion,
    purpose: coded('purpose', crossed.purpose),
    number: crossed.referralNumber,
  })
}

/** The notice that stands with whatever concerns care under 42 CFR Part 2. */
const WithNotice = ({ text, notice }: { text: string; notice: string | undefined }) => (
  <>
    {text}
    {notice !== undefined && (
      <>
        <br />
        <small>{notice}</small>
      </>
    )}
  </>
)

const Crossings = (part: Part) => {
  const speech = speaking(part)
  const { say, item, role, at } = speech
  return (
    <section class="flow" aria-labelledby="crossed">
      <h2 id="crossed">{say('crossings')}</h2>
      {part.data.crossed.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Table
          caption={<span class="vh">{say('crossings')}</span>}
          rows={part.data.crossed}
          columns={[
            { head: say('when'), cell: (crossed) => at(crossed.at) },
            { head: say('what'), cell: ({ items }) => items.map(item).join('; ') },
            { head: say('way'), cell: (crossed) => wayOf(crossed, speech) },
            {
              head: say('basis'),
              cell: (crossed) => (
                <WithNotice
                  text={basisOf(crossed, speech)}
                  notice={crossed.basis === 'consent' && crossed.partTwo ? say('redisclosure') : undefined}
                />
              ),
            },
            {
              head: say('by'),
              cell: ({ byName, byRole }) =>
                byRole === null ? say('by_unknown') : `${byName ?? say('system')}. ${role(byRole)}`,
            },
          ]}
        />
      )}
    </section>
  )
}

/** What was read or taken: a paper by its name, and of a list each field it had. */
const whatOf = ({ items, kind }: Read, { coded, item }: Speaking): string =>
  kind === 'portal_view' || kind === 'portal_list' || kind === 'machine_view'
    ? items.map(item).join('; ')
    : items.map((code, at) => coded(at === 0 ? 'paper' : 'field', code)).join('; ')

function whyOf({ kind, givenAt, wordingVersion, purpose, referralNumber }: Read, speech: Speaking): string {
  const { say, at } = speech
  if (givenAt !== null) return say('on_consent', { at: at(givenAt), version: wordingVersion ?? '' })
  if (kind !== 'export' || purpose === null || referralNumber === null) return say('asked_for')
  return say('taken_for', { purpose: speech.purpose(purpose), number: referralNumber })
}

const Readings = ({ read, ...part }: Part & { read: readonly Read[] }) => {
  const speech = speaking(part)
  const { say, coded, role, at } = speech
  return (
    <section class="flow" aria-labelledby="readings">
      <h2 id="readings">{say('readings')}</h2>
      {read.length === 0 ? (
        <p>{say('readings_none')}</p>
      ) : (
        <Table
          caption={<span class="vh">{say('readings')}</span>}
          rows={read}
          columns={[
            { head: say('when'), cell: (one) => at(one.at) },
            {
              head: say('who'),
              cell: ({ byName, byRole, partnerName }) =>
                [byName ?? role(byRole), partnerName].filter(Boolean).join(', '),
            },
            { head: say('how'), cell: ({ kind }) => coded('reading', kind) },
            { head: say('what'), cell: (one) => whatOf(one, speech) },
            {
              head: say('basis'),
              cell: (one) => (
                <WithNotice
                  text={whyOf(one, speech)}
                  notice={one.partTwo ? say('redisclosure') : undefined}
                />
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

const names = { en: 'English', es: 'Español' }

/** The accounting on paper for a family, in the language it reads [R135]. */
export function FamilyAccounting({ data, view }: { data: Accounting; view: View }) {
  const { actor: _reader, ...shell } = view.shell
  const part = { data, language: data.lang }
  const { say, at } = speaking(part)
  const own = `/students/${data.student.id}/accounting`
  const languages = paperLanguages.map((lang) => ({
    lang,
    name: names[lang],
    href: `${own}?whole=yes&to=${data.paper ?? 'caregiver'}&lang=${lang}`,
  }))
  return (
    <FamilyPage
      shell={{ ...shell, lang: data.lang, dir: 'ltr', title: say('title') }}
      from={data.districtName}
      languages={languages}
    >
      <p class="screen hint">
        {say('print')} <a href={own}>{say('back')}</a>
      </p>
      <h1>{say('title_of', { name: data.student.name })}</h1>
      <p class="lead">{say('lead')}</p>
      <p>
        {say('as_of', { at: at(data.now) })} {say('copy')}
      </p>
      <Crossings {...part} />
      {data.read !== undefined && <Readings {...part} read={data.read} />}
    </FamilyPage>
  )
}
