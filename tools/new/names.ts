const shape = /^[a-z]+(?:-[a-z]+)*$/

/** A name in kebab-case, as files and modules have it. @throws one line that says what a name looks like */
export function kebab(name: string | undefined, what: string): string {
  if (name === undefined || !shape.test(name)) {
    throw new Error(`${what} is written in small letters with dashes, for example release-referral`)
  }
  return name
}

/** `release-referral` as the code calls it: `releaseReferral`. */
export const camel = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** `release-referral` as a person reads it: `release referral`. */
export const spaced = (name: string): string => name.replaceAll('-', ' ')
