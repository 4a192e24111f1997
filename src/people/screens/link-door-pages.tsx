import { Button, ErrorSummary, FamilyPage, Field, Form, type Shell } from '#design/contract.ts'
import type { Language } from '#platform/words.ts'
import { linkLimits } from '../family-link.ts'
import { linkDoorWords } from '../family-link-words.ts'
import { linkLanguages } from '../link-languages.ts'

/** What of a birth date was typed. */
export type TypedDate = Readonly<Record<'day' | 'month' | 'year', string>>
export const nothingTyped: TypedDate = { day: '', month: '', year: '' }

const months = (language: Language) => {
  const name = new Intl.DateTimeFormat(`${language}-US`, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    label: name.format(new Date(Date.UTC(2024, at, 15))),
  }))
}

type DoorProps = { shell: Shell; language: Language; place: string; typed?: TypedDate; wrong?: boolean }

/** Asks for what only somebody of the family knows. The same page whatever the link leads to. */
export function LinkDoorPage({ shell, language, place, typed = nothingTyped, wrong = false }: DoorProps) {
  const say = linkDoorWords(language)
  const to = `${place}?lang=${language}`
  return (
    <FamilyPage shell={shell} from="Throughline" languages={linkLanguages(place)}>
      <ErrorSummary errors={wrong ? [{ says: say('no'), field: 'month' }] : []} lang={language} />
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      <Form to={to} shell={shell} layout="flow">
        <fieldset class="flow">
          <legend>{say('born')}</legend>
          <Field
            name="month"
            type="select"
            label={say('month')}
            value={typed.month}
            options={[{ value: '', label: '' }, ...months(language)]}
          />
          <div class="pairs auto">
            <Field name="day" label={say('day')} inputmode="numeric" width="short" value={typed.day} />
            <Field
              name="year"
              label={say('year')}
              hint={say('year_hint')}
              inputmode="numeric"
              width="short"
              value={typed.year}
            />
          </div>
        </fieldset>
        <Button kind="go">{say('open')}</Button>
        <p class="hint">{say('minutes', { minutes: linkLimits.sessionMinutes })}</p>
      </Form>
    </FamilyPage>
  )
}

/** What whoever left finds, or whose time ran out: nothing of what was read. */
export function LinkOverPage({ shell, language, left }: { shell: Shell; language: Language; left: boolean }) {
  const say = linkDoorWords(language)
  return (
    <FamilyPage shell={shell} from="Throughline" languages={[]}>
      <h1>{say(left ? 'left' : 'over')}</h1>
      <p class="lead">{say(left ? 'left_lead' : 'over_lead')}</p>
    </FamilyPage>
  )
}
