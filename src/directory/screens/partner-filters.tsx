import type { View } from '#access/screen.ts'
import { Field, Filter } from '#design/contract.ts'
import { languageName } from '#people/contract.ts'
import { partnerTimes } from '../list-store.ts'
import { acceptances, modalities, payers } from '../partner.ts'
import { screenWords } from '../screen-words.ts'
import { directoryWords } from '../words.ts'

const say = screenWords()
const said = directoryWords()

type Choice = { value: string; label: string }

const Pick = ({
  view,
  name,
  label,
  options,
}: {
  view: View
  name: string
  label: string
  options: readonly Choice[]
}) => (
  <Field
    name={name}
    type="select"
    label={label}
    value={String(view.query[name] ?? '')}
    options={[{ value: '', label: say('any') }, ...options]}
  />
)

/** What a family looks for in an agency: part of the address, so that it can be kept. */
export const Filters = ({ view, languages }: { view: View; languages: readonly string[] }) => (
  <Filter to="/partners">
    <Pick
      view={view}
      name="language"
      label={say('language')}
      options={languages.map((value) => ({ value, label: languageName(value) }))}
    />
    <Pick
      view={view}
      name="modality"
      label={say('modality')}
      options={modalities.map((value) => ({ value, label: said(`modality_${value}`) }))}
    />
    <Pick
      view={view}
      name="times"
      label={say('times')}
      options={partnerTimes.map((value) => ({ value, label: say(value) }))}
    />
    <Pick
      view={view}
      name="payer"
      label={say('payer')}
      options={payers.map((value) => ({ value, label: said(`payer_${value}`) }))}
    />
    <Pick
      view={view}
      name="acceptance"
      label={say('acceptance')}
      options={acceptances.map((value) => ({ value, label: said(`acceptance_${value}`) }))}
    />
    {view.query['sort'] !== undefined && (
      <input type="hidden" name="sort" value={String(view.query['sort'])} />
    )}
  </Filter>
)
