/** As much of the package as is used here: its own declarations bring two other packages along. */
declare module 'scslre' {
  export function analyse(literal: { source: string; flags: string }): {
    reports: readonly { exponential: boolean; character: { pick: string } }[]
  }
}
