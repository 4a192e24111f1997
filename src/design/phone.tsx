/** What calls a number: its digits, whatever people write between them. */
export const phoneHref = (number: string): string => `tel:${number.replaceAll(/[^\d+]/g, '')}`

type PhoneProps = {
  number: string
  /** What a press does, where the number alone does not say it. */
  label?: string
}

/** A number as people write it, in one piece: one press calls it where there is a phone. */
export const Phone = ({ number, label }: PhoneProps) => (
  <a class="nb" href={phoneHref(number)} {...(label !== undefined && { 'aria-label': label })}>
    <bdi>{number}</bdi>
  </a>
)
