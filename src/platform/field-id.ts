/** The id of the control with this name, and so where an error about it leads. */
export const fieldId = (name: string): string => `f-${name.replaceAll(/[^\w-]+/g, '-')}`
