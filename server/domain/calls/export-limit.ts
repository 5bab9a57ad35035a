/** The most calls that one export holds: what a spreadsheet still opens with ease. */
export const exportedCallsMax = 100_000;
