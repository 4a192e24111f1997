import { fieldId } from '#platform/field-id.ts'

type Sent = Readonly<Record<string, string | readonly string[]>>
type Shown = {
  /** What the form sent, when the page is shown again. */
  typed: Sent
  problem?: { code?: string; because: readonly { says: string; field?: string }[] } | undefined
  /** Which form of several on the page this is, where another one came back or none. */
  part?: string | undefined
}
type Kept = {
  name: string
  /** Only where other forms of the page may ask the same: what was wrong leads to the form that came back. */
  id?: string
  value?: string
  error?: string
  /** What stands there now, where somebody else saved while this was typed and it is not the same. */
  meanwhile?: string
}

const first = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : value?.[0]

/**
 * Fills the fields of a form: what was typed if the form came back, else what the record holds; and what was
 * wrong. Where somebody else saved meanwhile, what was typed stays and what stands there now is beside it, so
 * that saving again writes over nothing unseen. Used as `const field = kept(view, { name: caregiver.name })`,
 * then `<Field {...field('name')} label="…" />`.
 */
export function kept(
  { typed, problem, part }: Shown,
  held: Readonly<Record<string, string | null | undefined>> = {},
) {
  const cameBack = Object.keys(typed).length > 0
  return (name: string): Kept => {
    const value = cameBack ? first(typed[name]) : (held[name] ?? undefined)
    const error = problem?.because.find((reason) => reason.field === name)?.says
    const now = held[name] ?? ''
    const differs = problem?.code === 'changed_meanwhile' && name in held && (value ?? '') !== now
    return {
      name,
      ...(part !== undefined && { id: fieldId(`${part}-${name}`) }),
      ...(value !== undefined && { value }),
      ...(error !== undefined && { error }),
      ...(differs && { meanwhile: now }),
    }
  }
}

/**
 * The same for `Choices` where several may be chosen: every value that was sent, else those the record holds.
 */
export const keptAll = (
  { typed }: Pick<Shown, 'typed'>,
  name: string,
  held: readonly string[] = [],
): readonly string[] => (Object.keys(typed).length > 0 ? [typed[name] ?? []].flat() : held)

/**
 * A form that came back keeps its words; the other forms of the page show what is recorded.
 * @param part the hidden field of the form that says which one it is
 */
export const inPart = <V extends Shown>(view: V, part: string): V =>
  view.typed['part'] === part ? view : { ...view, typed: {}, problem: undefined, part }
