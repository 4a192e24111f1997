export const ConsentTable = () => null
