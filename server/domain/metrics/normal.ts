/** Between minus and plus so many standard deviations lie 95 % of what is normally distributed. */
export const NORMAL_95 = 1.959963984540054;
