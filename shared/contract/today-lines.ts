/** How many lines of Today are read at first. A day with more is not one to read through: the rest is a press away. */
export const TODAY_LINES = 50;
