/** What nobody is asked and no table keeps: it could be used against a family, and no step needs it. */
export const neverAsked = new RegExp(
  [
    'immigra|citizen|\\bvisa\\b|nationality|undocumented|green ?card|refugee|asylum',
    'birth ?place|place of birth|country of (?:birth|origin)|born in\\b',
    '\\bssn\\b|social ?security|seguro social',
    'pa[ií]s de (?:nacimiento|origen)|ciudadan|inmigra|lugar de nacimiento',
    'الجنسية|الهجرة|مكان الميلاد',
  ].join('|'),
  'i',
)

/** `bornInCountry` and `born_in_country` as a person would read them. */
export const spaced = (name: string): string =>
  name
    .replaceAll(/[._-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
