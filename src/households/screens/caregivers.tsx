import { Table } from '#design/contract.ts'
import { authorityWords, contactRuleWords, languageName, relationshipWords } from '#people/contract.ts'
import type { SeenProfile } from '../look-profile.ts'
import { householdWords } from '../screen-words.ts'

const say = householdWords()
const relationship = relationshipWords()
const rule = contactRuleWords()
const authority = authorityWords()

type Shown = SeenProfile['caregivers'][number]

/** A language by its name, or plainly unknown. */
export const languageOf = (tag: string): string => (tag === 'unknown' ? say('unknown') : languageName(tag))

const spoken = ({ language, interpreter }: Shown) =>
  interpreter ? say('with_interpreter', { language: languageOf(language) }) : languageOf(language)

const reach = ({ contactRule, contactHours }: Shown) =>
  [rule(contactRule), contactHours].filter((part) => part !== null).join('. ')

/** The adults who care, in the order in which to contact them, with what is kept at their own place. */
export const Caregivers = ({ data }: { data: SeenProfile }) => (
  <section class="flow" aria-labelledby="who-cares">
    <h2 id="who-cares">{say('caregivers')}</h2>
    <p>{say('home_language', { language: languageOf(data.student.homeLanguage) })}</p>
    {data.caregivers.length === 0 ? (
      <p>{say('caregivers_none')}</p>
    ) : (
      <Table<Shown>
        caption={<span class="vh">{say('caregivers')}</span>}
        narrow="pairs"
        rows={data.caregivers}
        columns={[
          {
            head: say('name'),
            cell: ({ name, relationship: as }) => (
              <>
                <bdi>{name}</bdi>, {relationship(as)}
              </>
            ),
          },
          { head: say('consents'), cell: ({ authority: may }) => authority(may) },
          { head: say('speaks'), cell: spoken },
          { head: say('reach'), cell: reach },
        ]}
      />
    )}
    {data.mayKeepDetails && (
      <p>
        <a href={`/students/${data.student.id}/details`}>{say('change_details')}</a>
      </p>
    )}
  </section>
)
