/**
 * The names of the obstacles that hold, in the order they are written: the order a person would clear them.
 */
export const inTheWay = <Name extends string>(tests: { readonly [N in Name]: boolean }): Name[] =>
  (Object.keys(tests) as Name[]).filter((name) => tests[name])
