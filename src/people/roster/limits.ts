const kibi = 1024
const mebi = 1024 * kibi

/**
 * How much a roster archive may ask of us. A roster comes from outside, so every size that the sender chooses
 * has a ceiling; each is several times what a district of 400,000 students sends.
 */
export const rosterLimits = {
  /** The zip as received. 60,000 students with their families make about 8 MB. */
  archiveBytes: 256 * mebi,
  /** The standard names 24 files; a Mac adds a hidden twin to each. */
  entries: 100,
  /** One file unpacked. Enrollments are the largest: 400,000 students in 8 classes make about 300 MB. */
  fileBytes: 512 * mebi,
  /** All files together, by their declared sizes, which unpacking then holds them to. */
  totalBytes: 1024 * mebi,
  /** Unpacked size over packed size. Roster text packs 5 to 15 times; a bomb needs hundreds. */
  ratio: 100,
  /** Below this size a file is too small to be a bomb, and a short repetitive file packs very well. */
  ratioFromBytes: mebi,
  /** One record, and one line of text: the most that is ever held at once for a single row. */
  recordBytes: 64 * kibi,
  /** The widest standard file has 25 columns; the rest is room for `metadata.` columns. */
  columns: 200,
  /** A sourcedId. The standard asks readers to take 255 characters. */
  idChars: 255,
  /** A name of a person or a school: an index holds two of them, so they cannot be as long as other text. */
  nameChars: 200,
  /** A title or address: longer is a mistake in the export, and no screen could show it. */
  textChars: 1000,
  /** Refusals and notices kept in full, each; what comes after is only counted. */
  findingsKept: 10_000,
}

export type RosterLimits = Readonly<typeof rosterLimits>
