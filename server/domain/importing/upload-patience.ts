/** An upload that broke off can be continued for a day; what has arrived of the file is kept that long. */
export const uploadPatienceMs = 86_400_000;
